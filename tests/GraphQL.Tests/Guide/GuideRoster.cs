using System.Runtime.CompilerServices;

namespace GraphQL.Tests.Guide;

/// <summary>The service behind the guide's snippets.</summary>
public sealed class GuideRoster
{
    private readonly List<GuideMember> _members = [new GuideMember { Id = new Guid(1, 0, 0, new byte[8]), Name = "Anna", Rank = GuideRank.GuildMaster }];

    public IQueryable<GuideMember> Members => _members.AsQueryable();

    public IReadOnlyList<IGuideBankEntry> Entries { get; } =
        [new GuideDeposit(DateTimeOffset.UnixEpoch, 100), new GuideWithdrawal(DateTimeOffset.UnixEpoch.AddHours(1), "repairs")];

    public GuideMember? Find(string name) => _members.Find(member => member.Name == name);

    public GuideMember Add(string name, GuideRank rank)
    {
        var member = new GuideMember { Id = new Guid(_members.Count + 1, 0, 0, new byte[8]), Name = name, Rank = rank };
        _members.Add(member);
        return member;
    }

    public Task<IReadOnlyDictionary<Guid, long>> DonationsAsync(IReadOnlyList<Guid> memberIds, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<Guid, long>>(memberIds.ToDictionary(static id => id, static _ => 42L));
    }

    public async IAsyncEnumerable<GuideMember> JoinedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return _members[0];
    }
}
