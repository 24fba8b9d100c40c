using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.CombatLogs;
using Guildhall.Storage.Model;

namespace Guildhall.Storage.Tests;

/// <summary>Made-up viewers, logs and rows.</summary>
internal static class Samples
{
    public static Viewer Player(int number) => new(new Guid(number, 0, 0, new byte[8]), "player " + number, new HashSet<Role> { Role.Player });

    public static Viewer Admin { get; } = new(new Guid(99, 0, 0, new byte[8]), "admin", new HashSet<Role> { Role.Admin });

    /// <summary>Lines of a log, each some 60 bytes, that the first-part check takes.</summary>
    public static byte[] Text(int lines, int from = 0)
    {
        var text = new StringWriter { NewLine = "\n" };
        for (var line = from; line < from + lines; line++)
            text.WriteLine($"2/16/2026 20:{line / 60 % 60:00}:{line % 60:00}.{line % 1000:000}1  ZONE_CHANGE,2939,\"Hall {line}\",15");

        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A visible log with a raid pull and a run, each with one character.</summary>
    public static CombatLog AddLog(GuildhallContext context, Guid ownerId, string fileName, Visibility visibility = Visibility.Private)
    {
        if (context.UserRows.Find(ownerId) is null)
            context.UserRows.Add(new User { Id = ownerId, Name = "somebody", CreatedAt = DateTimeOffset.UnixEpoch });

        var log = new CombatLog
        {
            Id = Guid.CreateVersion7(),
            OwnerId = ownerId,
            FileName = fileName,
            Visibility = visibility,
            ImportedAt = new DateTimeOffset(2026, 2, 16, 20, 0, 0, TimeSpan.Zero),
            Generation = 1,
            LastGeneration = 1,
            State = ImportState.Completed,
        };
        context.LogRows.Add(log);
        var rows = new EncounterRows(log.Id, 1);
        context.AddRange(rows.Of(Raid(100)));
        context.AddRange(rows.Of(Run(200)));
        return log;
    }

    public static RaidEncounterAnalysis Raid(long offset) => new()
    {
        Offset = offset,
        Name = "Vethrax",
        StartedAt = 1_000_000,
        EndedAt = 61_000_000,
        CombatLength = 60_000_000,
        State = EncounterState.Kill,
        EventCount = 10,
        FirstLine = 5,
        LastLine = 50,
        EncounterId = 3901,
        DifficultyId = 15,
        GroupSize = 20,
        PullNumber = 1,
        Characters = [Character("Player-1-A", "Ärna")],
        Deaths = [Death("Player-1-A")],
    };

    public static MythicPlusRunAnalysis Run(long offset) => new()
    {
        Offset = offset,
        Name = "The Deep",
        StartedAt = 100_000_000,
        EndedAt = 200_000_000,
        CombatLength = 50_000_000,
        State = EncounterState.Completed,
        EventCount = 10,
        FirstLine = 60,
        LastLine = 90,
        InstanceId = 1,
        ChallengeMapId = 2,
        KeystoneLevel = 12,
        Affixes = [9, 134],
        CountedDeaths = 0,
        FreeDeaths = 0,
        DeathPenalty = 0,
        Segments = [],
        Characters = [Character("Player-1-B", "Bor")],
        Deaths = [],
    };

    private static CharacterTotals Character(string guid, string name) =>
        new() { Guid = guid, Name = name, SpecId = 105, DamageDone = 600, HealingDone = 300, Overhealing = 100, AbsorbsProvided = 60, DamageTaken = 120 };

    private static PlayerDeath Death(string victim) => new(31_000_000, 40, victim, DeathCauseKind.Melee, null, null, null, null, 10, null, null);
}
