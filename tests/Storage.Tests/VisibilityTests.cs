using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Tests;

public sealed class VisibilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StorageRig _rig;

    public VisibilityTests()
    {
        _rig = new StorageRig(_folder);
        _rig.Commit(context =>
        {
            Samples.AddLog(context, Samples.Player(1).UserId, "private of 1");
            Samples.AddLog(context, Samples.Player(1).UserId, "public of 1", Visibility.Public);
        });
        _rig.Commit(context => Samples.AddLog(context, Samples.Player(2).UserId, "guild of 2", Visibility.Guild));
    }

    public static TheoryData<string, int> Viewers => new() { { "owner", 2 }, { "other", 2 }, { "stranger", 1 }, { "admin", 3 } };

    [Theory]
    [MemberData(nameof(Viewers))]
    public void A_viewer_sees_own_and_public_logs_and_an_operator_all(string who, int logs)
    {
        var viewer = who switch { "owner" => Samples.Player(1), "other" => Samples.Player(2), "admin" => Samples.Admin, _ => Viewer.Stranger };
        var counts = _rig.Read(context => (int[])
        [
            context.CombatLogs(viewer).Count(),
            context.RaidEncounters(viewer).Count(),
            context.MythicPlusRuns(viewer).Count(),
            context.Encounters(viewer).Count() / 2,
            context.CharacterStreams(viewer).Count() / 2,
            context.Deaths(viewer).Count(),
        ]);
        Assert.All(counts, count => Assert.Equal(logs, count));
    }

    [Fact]
    public void Rows_of_a_derivation_that_is_not_complete_are_hidden_even_from_their_owner()
    {
        var viewer = Samples.Player(1);
        _rig.Commit(context =>
        {
            var log = context.LogRows.Single(row => row.FileName == "private of 1");
            context.AddRange(new CombatLogs.EncounterRows(log.Id, generation: 2).Of(Samples.Raid(100)));
        });

        Assert.Equal(2, _rig.Read(context => context.RaidEncounters(viewer).Count()));
        Assert.Equal(2, _rig.Read(context => context.CombatLogs(viewer).SelectMany(log => log.Encounters).Count(encounter => encounter.Kind == EncounterKind.Raid)));
    }

    [Fact]
    public void What_is_derived_is_stored_with_its_rates()
    {
        var viewer = Samples.Player(2);
        var stream = _rig.Read(context => context.CharacterStreams(viewer).Include(row => row.Encounter).Include(row => row.Deaths).First(row => row.Guid == "Player-1-A"));

        Assert.Equal((10d, 6d, 1d, 2d, 25d), (stream.Dps, stream.Hps, stream.Aps, stream.Dtps, stream.OverhealPercent));
        Assert.Equal(("ärna", WowClass.Druid, "Restoration", CombatRole.Healer), (stream.NormalizedName, stream.Class, stream.Spec, stream.Role));
        Assert.Equal(30_000_000, Assert.Single(stream.Deaths).OffsetMicros);
        Assert.Equal("Vethrax", stream.Encounter!.Name);
    }

    [Fact]
    public void Nobody_saves_but_the_committer() =>
        Assert.Throws<InvalidOperationException>(() => _rig.Read(context => context.SaveChanges()));

    public void Dispose()
    {
        _rig.Dispose();
        _folder.Dispose();
    }
}
