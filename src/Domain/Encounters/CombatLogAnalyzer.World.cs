using System.Text;
using Guildhall.Domain.Encounters.Events;
using Guildhall.Domain.Encounters.Segmentation;
using Guildhall.Domain.Encounters.Tokens;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters;

/// <content>Events without units: headers, places, beginnings and ends.</content>
public sealed partial class CombatLogAnalyzer
{
    private Problem? ReadWorldEvent(EventDescriptor descriptor, FieldList fields)
    {
        if (descriptor.Family == EventFamily.Version) _tracker.BeginSection(_position);
        _tracker.Advance(_position);
        var problem = descriptor.Family switch
        {
            EventFamily.Version => ReadHeader(fields),
            EventFamily.EncounterStart => ReadEncounterStart(fields),
            EventFamily.EncounterEnd => ReadEncounterEnd(fields),
            EventFamily.ChallengeStart => ReadChallengeStart(fields),
            EventFamily.ChallengeEnd => ReadChallengeEnd(fields),
            EventFamily.ZoneChange => ReadZoneChange(fields),
            EventFamily.MapChange => ReadMapChange(fields),
            EventFamily.ArenaStart => ReadArenaStart(fields),
            EventFamily.ArenaEnd => ReadArenaEnd(fields),
            EventFamily.CombatantInfo => ReadCombatant(fields),
            EventFamily.FloorStart => ReadFloor(fields),
            EventFamily.FloorEnd => ReadFloor(default),
            _ => null,
        };
        // Ends have counted themselves: they belong to what they close.
        var isEnd = descriptor.Family is EventFamily.EncounterEnd or EventFamily.ChallengeEnd or EventFamily.ArenaEnd;
        if (problem is null && !isEnd) _tracker.Count(_position);
        return problem;
    }

    private Problem? ReadHeader(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var version)) return BadNumber("a format version in field 1");
        string? build = null;
        int? project = null;
        for (var i = 2; i + 1 < fields.Count; i += 2)
        {
            if (fields[i].SequenceEqual("ADVANCED_LOG_ENABLED"u8)) Facts.AdvancedLogging |= fields[i + 1].SequenceEqual("1"u8);
            else if (fields[i].SequenceEqual("BUILD_VERSION"u8)) build = FieldReader.ReadText(fields[i + 1]);
            else if (fields[i].SequenceEqual("PROJECT_ID"u8) && FieldReader.TryReadInt32(fields[i + 1], out var id)) project = id;
        }

        if (Facts.Headers++ == 0)
        {
            Facts.FormatVersion = version;
            Facts.Build = build;
            Facts.Flavor = FlavorOf(project);
        }

        _tracker.Game = Version.TryParse(build, out var game) ? game : null;
        _block.Reset();
        return null;
    }

    private static GameFlavor FlavorOf(int? project) => project switch
    {
        1 => GameFlavor.Retail,
        2 => GameFlavor.ClassicEra,
        5 => GameFlavor.BurningCrusade,
        11 => GameFlavor.Wrath,
        14 => GameFlavor.Cataclysm,
        19 => GameFlavor.Mists,
        _ => GameFlavor.Unknown,
    };

    private Problem? ReadEncounterStart(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var encounter)) return BadNumber("an encounter id in field 1");
        if (!FieldReader.TryReadInt32(fields[3], out var difficulty)) return BadNumber("a difficulty in field 3");
        if (!FieldReader.TryReadInt32(fields[4], out var size)) return BadNumber("a group size in field 4");
        int? instance = null;
        if (fields.Count > 5)
        {
            if (!FieldReader.TryReadInt32(fields[5], out var number)) return BadNumber("an instance in field 5");
            instance = number;
        }

        _tracker.StartEncounter(new PullStart(encounter, FieldReader.ReadText(fields[2]), difficulty, size, instance), _position);
        return null;
    }

    private Problem? ReadEncounterEnd(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var encounter)) return BadNumber("an encounter id in field 1");
        long? fightTime = null;
        if (fields.Count > 6)
        {
            if (!FieldReader.TryReadInt64(fields[6], out var milliseconds)) return BadNumber("a fight time in field 6");
            fightTime = milliseconds;
        }

        _tracker.Count(_position);
        _tracker.EndEncounter(encounter, fields[5].SequenceEqual("1"u8), fightTime, _position);
        return null;
    }

    private Problem? ReadChallengeStart(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[2], out var instance)) return BadNumber("an instance in field 2");
        if (!FieldReader.TryReadInt32(fields[3], out var map)) return BadNumber("a challenge mode id in field 3");
        if (!FieldReader.TryReadInt32(fields[4], out var level)) return BadNumber("a keystone level in field 4");
        var affixes = new List<int>();
        if (fields.Count > 5)
        {
            foreach (var range in Encoding.UTF8.GetString(fields[5]).Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!int.TryParse(range, out var affix)) return BadNumber("a list of affixes in field 5");
                affixes.Add(affix);
            }
        }

        _tracker.StartRun(new RunStart(FieldReader.ReadText(fields[1]), instance, map, level, affixes), _position);
        return null;
    }

    private Problem? ReadChallengeEnd(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var instance)) return BadNumber("an instance in field 1");
        if (!FieldReader.TryReadInt64(fields[4], out var total)) return BadNumber("a total time in field 4");
        double? run = fields.Count > 5 && FieldReader.TryReadDouble(fields[5], out var runRating) ? runRating : null;
        double? overall = fields.Count > 6 && FieldReader.TryReadDouble(fields[6], out var overallRating) ? overallRating : null;
        _tracker.Count(_position);
        _tracker.EndRun(new RunEnd(instance, fields[2].SequenceEqual("1"u8), total, run, overall));
        return null;
    }

    private Problem? ReadZoneChange(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var instance)) return BadNumber("an instance in field 1");
        var difficulty = 0;
        if (fields.Count > 3 && !FieldReader.TryReadInt32(fields[3], out difficulty)) return BadNumber("a difficulty in field 3");
        _tracker.ChangeZone(new Zone(instance, FieldReader.ReadText(fields[2]), difficulty, null), _position);
        return null;
    }

    private Problem? ReadMapChange(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var map)) return BadNumber("a map in field 1");
        _tracker.ChangeMap(map);
        return null;
    }

    private Problem? ReadFloor(FieldList fields)
    {
        _tracker.ChangeFloor(fields.Count > 1 && FieldReader.TryReadInt32(fields[1], out var floor) ? floor : null);
        return null;
    }

    private Problem? ReadArenaStart(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var instance)) return BadNumber("an instance in field 1");
        _tracker.StartMatch(new MatchStart(instance, FieldReader.ReadText(fields[3])), _position);
        return null;
    }

    private Problem? ReadArenaEnd(FieldList fields)
    {
        if (!FieldReader.TryReadInt32(fields[1], out var winner)) return BadNumber("a winner in field 1");
        if (!FieldReader.TryReadInt32(fields[2], out var duration)) return BadNumber("a duration in field 2");
        var first = 0;
        var second = 0;
        if (fields.Count > 4 && (!FieldReader.TryReadInt32(fields[3], out first) || !FieldReader.TryReadInt32(fields[4], out second)))
            return BadNumber("new ratings in fields 3 and 4");
        _tracker.Count(_position);
        _tracker.EndMatch(new MatchEnd(winner is 0 or 1 ? winner : null, duration, [first, second]));
        return null;
    }

    private Problem? ReadCombatant(FieldList fields)
    {
        var guid = fields[1];
        if (guid.Length is 0 or > UnitTable.MaximumGuidBytes || !guid.StartsWith("Player-"u8)) return BadNumber("a player's GUID in field 1");
        if (!CombatantInfo.TryRead(fields, out var combatant)) return BadNumber("a faction in field 2 and a specialisation before the talents");
        var player = _units.Intern(guid, default);
        // Who enters a fight has got up since the last one, even when no line tells.
        _lives.Act(player);
        _tracker.Name(player, combatant);
        return null;
    }
}
