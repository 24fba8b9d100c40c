using Guildhall.Domain.Encounters;
using Guildhall.Domain.Text;
using Guildhall.Storage.Model;

namespace Guildhall.Storage.CombatLogs;

/// <summary>Makes rows of what was found in a log.</summary>
/// <param name="logId">The log.</param>
/// <param name="generation">The derivation that the rows belong to.</param>
internal sealed class EncounterRows(Guid logId, long generation)
{
    private readonly Dictionary<long, int> _turns = [];

    /// <summary>All rows of one encounter, parents before children.</summary>
    public List<object> Of(EncounterAnalysis analysis)
    {
        // Several may begin in one line; they always come in the same order, so their turn tells them apart.
        var turn = _turns[analysis.Offset] = _turns.GetValueOrDefault(analysis.Offset) + 1;
        var id = DerivedIds.Encounter(logId, analysis.Offset, turn);
        var rows = new List<object> { Encounter(id, analysis) };
        var run = analysis as MythicPlusRunAnalysis;
        rows.AddRange((run?.Affixes ?? []).Distinct().Select(affix => new RunAffix { RunId = id, AffixId = affix, Generation = generation }));
        var segments = run?.Segments ?? [];
        foreach (var segment in segments)
            rows.Add(Segment(id, analysis, segment));

        AddStreams(rows, id, segmentId: null, analysis.Characters, analysis.CombatLength);
        foreach (var segment in segments)
            AddStreams(rows, id, DerivedIds.Segment(id, segment.Index), segment.Characters, segment.EndedAt - segment.StartedAt);

        AddDeaths(rows, id, analysis, segments);
        return rows;
    }

    private static long Milliseconds(long microseconds) => microseconds / 1000;

    private static double PerSecond(long amount, long microseconds) => microseconds <= 0 ? 0 : amount * 1_000_000.0 / microseconds;

    private static double Percent(long part, long whole) => whole <= 0 ? 0 : 100.0 * part / whole;

    private Encounter Encounter(Guid id, EncounterAnalysis analysis) => analysis switch
    {
        RaidEncounterAnalysis raid => Raid(id, raid),
        MythicPlusRunAnalysis run => Run(id, run),
        ArenaMatchAnalysis match => Match(id, match),
        OtherEncounterAnalysis other => Other(id, other),
        _ => throw new NotSupportedException($"No table holds encounters of type {analysis.GetType().Name}."),
    };

    private RaidEncounter Raid(Guid id, RaidEncounterAnalysis analysis) => new()
    {
        Id = id,
        LogId = logId,
        Generation = generation,
        Offset = analysis.Offset,
        Name = analysis.Name,
        NormalizedName = SearchText.Normalize(analysis.Name),
        InstanceId = analysis.InstanceId ?? analysis.Zone?.InstanceId,
        DifficultyId = analysis.DifficultyId,
        ZoneName = analysis.Zone?.Name,
        ZoneInstanceId = analysis.Zone?.InstanceId,
        ZoneDifficultyId = analysis.Zone?.DifficultyId,
        UiMapId = analysis.Zone?.UiMapId,
        StartedAt = Instants.FromMicroseconds(analysis.StartedAt),
        EndedAt = Instants.FromMicroseconds(analysis.EndedAt),
        DurationMs = Milliseconds(analysis.EndedAt - analysis.StartedAt),
        CombatLengthMs = Milliseconds(analysis.CombatLength),
        State = analysis.State,
        EventCount = analysis.EventCount,
        FirstLine = analysis.FirstLine,
        LastLine = analysis.LastLine,
        EncounterId = analysis.EncounterId,
        Difficulty = RaidDifficulties.FromGameId(analysis.DifficultyId),
        GroupSize = analysis.GroupSize,
        PullNumber = analysis.PullNumber,
        GameFightTimeMs = analysis.GameFightTime,
        Success = analysis.Success,
        BossHealthPercent = analysis.BossHealthPercent,
    };

    private MythicPlusRun Run(Guid id, MythicPlusRunAnalysis analysis) => new()
    {
        Id = id,
        LogId = logId,
        Generation = generation,
        Offset = analysis.Offset,
        Name = analysis.Name,
        NormalizedName = SearchText.Normalize(analysis.Name),
        InstanceId = analysis.InstanceId,
        DifficultyId = analysis.Zone?.DifficultyId,
        ZoneName = analysis.Zone?.Name,
        ZoneInstanceId = analysis.Zone?.InstanceId,
        ZoneDifficultyId = analysis.Zone?.DifficultyId,
        UiMapId = analysis.Zone?.UiMapId,
        StartedAt = Instants.FromMicroseconds(analysis.StartedAt),
        EndedAt = Instants.FromMicroseconds(analysis.EndedAt),
        DurationMs = Milliseconds(analysis.EndedAt - analysis.StartedAt),
        CombatLengthMs = Milliseconds(analysis.CombatLength),
        State = analysis.State,
        EventCount = analysis.EventCount,
        FirstLine = analysis.FirstLine,
        LastLine = analysis.LastLine,
        ChallengeMapId = analysis.ChallengeMapId,
        KeystoneLevel = analysis.KeystoneLevel,
        AffixIds = analysis.Affixes,
        Season = analysis.Season,
        TimeLimitMs = analysis.TimeLimit,
        CompletionMs = analysis.CompletionTime,
        ComputedMs = analysis.ComputedTime,
        InTime = analysis.InTime,
        KeystoneUpgrade = analysis.KeystoneUpgrade,
        RunRating = analysis.RunRating,
        OverallRating = analysis.OverallRating,
        DeathCount = analysis.CountedDeaths,
        FreeDeaths = analysis.FreeDeaths,
        DeathPenaltyMs = analysis.DeathPenalty,
    };

    private ArenaMatch Match(Guid id, ArenaMatchAnalysis analysis) => new()
    {
        Id = id,
        LogId = logId,
        Generation = generation,
        Offset = analysis.Offset,
        Name = analysis.Name,
        NormalizedName = SearchText.Normalize(analysis.Name),
        InstanceId = analysis.InstanceId,
        DifficultyId = analysis.Zone?.DifficultyId,
        ZoneName = analysis.Zone?.Name,
        ZoneInstanceId = analysis.Zone?.InstanceId,
        ZoneDifficultyId = analysis.Zone?.DifficultyId,
        UiMapId = analysis.Zone?.UiMapId,
        StartedAt = Instants.FromMicroseconds(analysis.StartedAt),
        EndedAt = Instants.FromMicroseconds(analysis.EndedAt),
        DurationMs = Milliseconds(analysis.EndedAt - analysis.StartedAt),
        CombatLengthMs = Milliseconds(analysis.CombatLength),
        State = analysis.State,
        EventCount = analysis.EventCount,
        FirstLine = analysis.FirstLine,
        LastLine = analysis.LastLine,
        Bracket = analysis.Bracket,
        WinningTeam = analysis.WinningTeam,
        GameDurationSeconds = analysis.GameDuration,
        NewRatings = analysis.NewRatings ?? [],
    };

    private OtherEncounter Other(Guid id, OtherEncounterAnalysis analysis) => new()
    {
        Id = id,
        LogId = logId,
        Generation = generation,
        Offset = analysis.Offset,
        Name = analysis.Name,
        NormalizedName = SearchText.Normalize(analysis.Name),
        InstanceId = analysis.Zone?.InstanceId,
        DifficultyId = analysis.Zone?.DifficultyId,
        ZoneName = analysis.Zone?.Name,
        ZoneInstanceId = analysis.Zone?.InstanceId,
        ZoneDifficultyId = analysis.Zone?.DifficultyId,
        UiMapId = analysis.Zone?.UiMapId,
        StartedAt = Instants.FromMicroseconds(analysis.StartedAt),
        EndedAt = Instants.FromMicroseconds(analysis.EndedAt),
        DurationMs = Milliseconds(analysis.EndedAt - analysis.StartedAt),
        CombatLengthMs = Milliseconds(analysis.CombatLength),
        State = analysis.State,
        EventCount = analysis.EventCount,
        FirstLine = analysis.FirstLine,
        LastLine = analysis.LastLine,
        Content = analysis.Content,
        Floor = analysis.Floor,
    };

    private CombatSegment Segment(Guid runId, EncounterAnalysis run, CombatSegmentAnalysis segment) => new()
    {
        Id = DerivedIds.Segment(runId, segment.Index),
        LogId = logId,
        Generation = generation,
        RunId = runId,
        Index = segment.Index,
        Kind = segment.Kind,
        Name = segment.Name,
        EncounterId = segment.EncounterId,
        StartedAt = Instants.FromMicroseconds(segment.StartedAt),
        EndedAt = Instants.FromMicroseconds(segment.EndedAt),
        DurationMs = Milliseconds(segment.EndedAt - segment.StartedAt),
        StartOffsetMicros = segment.StartedAt - run.StartedAt,
        StartReason = segment.StartReason,
        EndReason = segment.EndReason,
        GameFightTimeMs = segment.GameFightTime,
        Success = segment.Success,
        FirstLine = segment.FirstLine,
        LastLine = segment.LastLine,
        EventCount = segment.EventCount,
    };

    private void AddStreams(List<object> rows, Guid encounterId, Guid? segmentId, IReadOnlyList<CharacterTotals> characters, long length)
    {
        foreach (var totals in characters)
        {
            var specialization = totals.SpecId is { } specId ? Specialization.Find(specId) : null;
            rows.Add(new CharacterStream
            {
                Id = DerivedIds.Stream(segmentId ?? encounterId, totals.Guid),
                LogId = logId,
                Generation = generation,
                EncounterId = encounterId,
                SegmentId = segmentId,
                Guid = totals.Guid,
                Name = totals.Name,
                NormalizedName = SearchText.Normalize(totals.Name),
                Realm = totals.Realm,
                Region = totals.Region,
                Class = specialization?.Class,
                Spec = specialization?.Name,
                SpecId = totals.SpecId,
                Role = specialization?.Role,
                ItemLevel = totals.ItemLevel,
                Team = totals.Team,
                CombatLengthMs = Milliseconds(length),
                TotalDamageDone = totals.DamageDone,
                TotalPetDamage = totals.PetDamage,
                TotalOverkill = totals.Overkill,
                TotalDamageAbsorbed = totals.DamageAbsorbed,
                TotalFriendlyFire = totals.FriendlyFire,
                TotalDamageTaken = totals.DamageTaken,
                TotalHealingDone = totals.HealingDone,
                TotalOverhealing = totals.Overhealing,
                TotalAbsorbsProvided = totals.AbsorbsProvided,
                TotalHealingReceived = totals.HealingReceived,
                TotalAbsorbsReceived = totals.AbsorbsReceived,
                OverhealPercent = Percent(totals.Overhealing, totals.HealingDone + totals.Overhealing),
                Dps = PerSecond(totals.DamageDone, length),
                Hps = PerSecond(totals.HealingDone + totals.AbsorbsProvided, length),
                Aps = PerSecond(totals.AbsorbsProvided, length),
                Dtps = PerSecond(totals.DamageTaken, length),
                EventCount = totals.EventCount,
                DeathCount = totals.DeathCount,
            });
        }
    }

    private void AddDeaths(List<object> rows, Guid encounterId, EncounterAnalysis analysis, IReadOnlyList<CombatSegmentAnalysis> segments)
    {
        var roster = analysis.Characters.Select(character => character.Guid).ToHashSet();
        var number = 0;
        foreach (var death in analysis.Deaths.Where(death => roster.Contains(death.VictimGuid)))
        {
            var segment = segments.FirstOrDefault(candidate => candidate.Deaths.Any(other => other.Line == death.Line && other.VictimGuid == death.VictimGuid));
            rows.Add(new Death
            {
                LogId = logId,
                Generation = generation,
                EncounterId = encounterId,
                SegmentId = segment is null ? null : DerivedIds.Segment(encounterId, segment.Index),
                VictimId = DerivedIds.Stream(encounterId, death.VictimGuid),
                Number = ++number,
                At = Instants.FromMicroseconds(death.At),
                OffsetMicros = death.At - analysis.StartedAt,
                Line = death.Line,
                Cause = death.Cause,
                SourceGuid = death.SourceGuid,
                SourceName = death.SourceName,
                SpellId = death.SpellId,
                SpellName = death.SpellName,
                Amount = death.Amount,
                Overkill = death.Overkill,
                PenaltyMs = death.PenaltyMilliseconds,
            });
        }
    }
}
