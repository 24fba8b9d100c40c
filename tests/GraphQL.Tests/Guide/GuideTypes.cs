using GraphQL.Authorization;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Tests.Guide;

#region queries
/// <summary>Where reading starts.</summary>
[QueryType]
public static class GuideQueries
{
    /// <summary>The member of that name; null when there is none.</summary>
    public static GuideMember? Member(string name, [Service] GuideRoster roster) => roster.Find(name);
}
#endregion

#region object
/// <summary>Somebody who belongs to the guild.</summary>
[ObjectType("Member")]
public sealed class GuideMember
{
    public required Guid Id { get; init; }

    /// <summary>Unique in the guild.</summary>
    public required string Name { get; init; }

    /// <summary>What they say about themselves.</summary>
    public string? Note { get; init; }

    [Obsolete("Use `rank`.")]
    public int RankNumber => (int)Rank;

    public GuideRank Rank { get; init; }

    [GraphQLIgnore]
    public string PasswordHash { get; init; } = "";
}
#endregion

#region enum
[EnumType("Rank")]
public enum GuideRank
{
    /// <summary>On trial.</summary>
    Initiate,

    FullMember,
    GuildMaster,
}
#endregion

#region extension
[ExtendObjectType<GuideMember>]
public static class GuideMemberFields
{
    /// <summary>Gold that the member gave to the bank.</summary>
    public static Task<long> DonatedAsync([Parent] GuideMember member, DataLoader<Guid, long> donationsByMember, CancellationToken cancellationToken) =>
        donationsByMember.LoadAsync(member.Id, cancellationToken);
}
#endregion

#region loader
public static class GuideLoaders
{
    /// <summary>One query for all members of a response.</summary>
    [DataLoader]
    public static Task<IReadOnlyDictionary<Guid, long>> GetDonationsByMemberAsync(
        IReadOnlyList<Guid> memberIds, [Service] GuideRoster roster, CancellationToken cancellationToken) =>
        roster.DonationsAsync(memberIds, cancellationToken);
}
#endregion

#region access
[ExtendObjectType<GuideMember>]
public static class GuideMemberSecrets
{
    [Authorize(Roles = ["OFFICER"])]
    public static string? OfficerNote([Parent] GuideMember member) => member.Note;

    [Cost(5)]
    [ListSize(AssumedSize = 20)]
    public static IReadOnlyList<string> Badges([Parent] GuideMember member) => member.Rank == GuideRank.GuildMaster ? ["founder"] : [];
}
#endregion

#region interface
[InterfaceType("BankEntry")]
public interface IGuideBankEntry
{
    DateTimeOffset At { get; }
}

[ObjectType("Deposit")]
public sealed record GuideDeposit(DateTimeOffset At, long Gold) : IGuideBankEntry;

[ObjectType("Withdrawal")]
public sealed record GuideWithdrawal(DateTimeOffset At, string Reason) : IGuideBankEntry;
#endregion

#region oneof
[OneOf]
[InputObjectType("MemberKeyInput")]
public sealed class GuideMemberKey
{
    [ID("Member")]
    public Guid? Id { get; init; }

    public string? Name { get; init; }
}
#endregion

#region paging
[ExtendObjectType("Query")]
public static class GuideLists
{
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<GuideMember> GetMembers([Service] GuideRoster roster) => roster.Members;

    public static IEnumerable<IGuideBankEntry> BankEntries([Service] GuideRoster roster, int last = 10) => roster.Entries.TakeLast(last);

    public static GuideMember? MemberBy(GuideMemberKey key, [Service] GuideRoster roster) =>
        key.Name is { } name ? roster.Find(name) : roster.Members.FirstOrDefault(member => member.Id == key.Id);
}
#endregion

#region node
[ExtendObjectType<GuideMember>]
[Node]
public static class GuideMemberNode
{
    public static GuideMember? Get(Guid id, [Service] GuideRoster roster) => roster.Members.FirstOrDefault(member => member.Id == id);
}
#endregion

#region mutation
[MutationType]
public static class GuideMutations
{
    [Error<GuideNameTakenException>]
    public static GuideMember Invite(string name, GuideRank rank, [Service] GuideRoster roster) =>
        roster.Find(name) is null ? roster.Add(name, rank) : throw new GuideNameTakenException(name);
}

[GraphQLName("NameTakenError")]
public sealed class GuideNameTakenException(string name) : Exception($"There is a member called {name}.")
{
    public string Name { get; } = name;
}
#endregion

#region subscription
[SubscriptionType]
public static class GuideSubscriptions
{
    /// <summary>Members as they join.</summary>
    public static IAsyncEnumerable<GuideMember> Joined([Service] GuideRoster roster, CancellationToken cancellationToken) => roster.JoinedAsync(cancellationToken);
}
#endregion
