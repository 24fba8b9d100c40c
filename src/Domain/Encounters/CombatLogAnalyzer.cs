using System.Text.Unicode;
using Guildhall.Domain.Encounters.Events;
using Guildhall.Domain.Encounters.Lines;
using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.Segmentation;
using Guildhall.Domain.Encounters.Spells;
using Guildhall.Domain.Encounters.Timestamps;
using Guildhall.Domain.Encounters.Tokens;
using Guildhall.Domain.Encounters.Units;

namespace Guildhall.Domain.Encounters;

/// <summary>
/// Reads a World of Warcraft combat log as it comes, in blocks cut anywhere, and finds what was fought in it and what each character
/// did there. The result depends on the bytes and the options only, not on how the bytes were cut. Memory is bounded by what is open,
/// not by the log's length, as long as finished encounters are taken. Not safe for use by several threads at once.
/// </summary>
public sealed partial class CombatLogAnalyzer
{
    private readonly LineSplitter _lines;
    private readonly TimestampReader _timestamps;
    private readonly Tokenizer _tokenizer = new();
    private readonly AdvancedBlock _block = new();
    private readonly UnitTable _units = new();
    private readonly SpellTable _spells = new();
    private readonly PlayerLives _lives = new();
    private readonly EncounterTracker _tracker;
    private readonly ProblemLog _problems = new();
    private bool _isComplete;
    private bool _isLastLine;
    private LogPosition _position;

    /// <summary>Begins a log.</summary>
    /// <param name="options">What the log does not tell of itself.</param>
    public CombatLogAnalyzer(CombatLogOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumLineBytes, 1);
        _lines = new LineSplitter(options.MaximumLineBytes);
        _timestamps = new TimestampReader(options);
        _tracker = new EncounterTracker(options, _units, _spells, _lives);
    }

    /// <summary>What the log says of itself, and how reading goes. The same object throughout; its counters grow.</summary>
    public LogFacts Facts { get; } = new();

    /// <summary>The first 10,000 lines that could not be read.</summary>
    public IReadOnlyList<LineProblem> Problems => _problems.Problems;

    /// <summary>How many lines could not be read, by reason.</summary>
    public IReadOnlyDictionary<LineProblemReason, long> ProblemCounts => _problems.Counts;

    /// <summary>Event names no rule knows, most frequent first; at most 257, the last of which stands for all others.</summary>
    public IReadOnlyList<UnknownEvent> UnknownEvents => _problems.Unknown;

    /// <summary>Reads on. An incomplete line at the end waits for the next block.</summary>
    /// <param name="block">The next bytes of the log.</param>
    /// <exception cref="InvalidOperationException">The log was completed before.</exception>
    public void Append(ReadOnlySpan<byte> block)
    {
        if (_isComplete) throw new InvalidOperationException("The log is complete; nothing can follow.");
        while (true)
        {
            switch (_lines.Next(ref block, out var line))
            {
                case LineStep.Line:
                    ReadLine(line);
                    break;
                case LineStep.TooLong:
                    SkipTooLong(line);
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Ends the log: reads a last line that has no end, if it is whole, and closes what is open.</summary>
    public void Complete()
    {
        if (_isComplete) return;
        _isComplete = true;
        _isLastLine = true;
        var step = _lines.Last(out var line);
        if (step == LineStep.Line) ReadLine(line);
        else if (step == LineStep.TooLong) SkipTooLong(line);
        _tracker.Complete();
    }

    /// <summary>Hands over the encounters that have ended since the last call, in the order in which they ended.</summary>
    public IReadOnlyList<EncounterAnalysis> TakeFinished() => _tracker.TakeFinished();

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        Facts.LinesRead++;
        if (line.IsEmpty) return;
        if (!_timestamps.TryRead(line, out var at, out var start))
        {
            Skip(line, LineProblemReason.UnreadableTimestamp, "a date and time, then two spaces");
            return;
        }

        _position = new LogPosition(at, _lines.LineNumber, _lines.LineOffset);
        var payload = line[start..];
        var comma = payload.IndexOf((byte)',');
        var name = comma < 0 ? payload : payload[..comma];
        if (EventCatalog.Find(name) is not { } descriptor)
        {
            if (!_isLastLine) _problems.AddUnknown(_lines.LineNumber, name);
            Skip(line, LineProblemReason.UnknownEvent, "an event that a rule knows");
            return;
        }

        if (ReadEvent(descriptor, payload) is { } problem)
        {
            Skip(line, problem.Reason, problem.Detail);
            return;
        }

        Facts.EventsRead++;
        Facts.StartedAt ??= at;
        Facts.EndedAt = at;
        Facts.UtcOffsetMinutes = _timestamps.OffsetMinutes;
        Facts.YearAssumed = _timestamps.YearAssumed;
        if (_units.Count > _units.Capacity / 2 && _tracker.IsIdle) ForgetUnits();
    }

    private Problem? ReadEvent(EventDescriptor descriptor, ReadOnlySpan<byte> payload)
    {
        if (descriptor.Family == EventFamily.Emote) return ReadEmote(payload);
        var result = _tokenizer.Split(payload, out var fields);
        if (result != TokenizeResult.Complete)
        {
            return result == TokenizeResult.Unbalanced
                ? new Problem(LineProblemReason.Unbalanced, "every quote and bracket with its partner")
                : new Problem(LineProblemReason.WrongFieldCount, $"{descriptor.Name} with at most {Tokenizer.MaximumFields} fields");
        }

        if (_tokenizer.HasNonAscii && !Utf8.IsValid(payload)) return new Problem(LineProblemReason.BadEncoding, "UTF-8");
        var width = 0;
        if (descriptor.HasBlock)
        {
            width = _block.WidthOf(descriptor, fields.Count);
            if (width < 0) return WrongFieldCount(descriptor, fields.Count);
        }
        else if (fields.Count < descriptor.Minimum || fields.Count > descriptor.Maximum)
        {
            return WrongFieldCount(descriptor, fields.Count);
        }

        return descriptor.HasUnits ? ReadUnitEvent(descriptor, fields, width) : ReadWorldEvent(descriptor, fields);
    }

    private Problem? ReadEmote(ReadOnlySpan<byte> payload)
    {
        // Its text is free: nothing in it is a quote, a bracket or a comma to us.
        if (!Utf8.IsValid(payload)) return new Problem(LineProblemReason.BadEncoding, "UTF-8");
        if (payload.Count((byte)',') < 4) return new Problem(LineProblemReason.WrongFieldCount, "EMOTE with two units and a text");
        _tracker.Advance(_position);
        _tracker.Count(_position);
        return null;
    }

    private void SkipTooLong(ReadOnlySpan<byte> line)
    {
        Facts.LinesRead++;
        Facts.LinesSkipped++;
        _problems.Add(_lines.LineNumber, LineProblemReason.TooLong, "a line of the game's length", line);
    }

    private void Skip(ReadOnlySpan<byte> line, LineProblemReason reason, string detail)
    {
        Facts.LinesSkipped++;
        // What is wrong with a last line without an end is that it was cut.
        if (_isLastLine) (reason, detail) = (LineProblemReason.Truncated, "the rest of the line");
        _problems.Add(_lines.LineNumber, reason, detail, line);
    }

    private void ForgetUnits()
    {
        _units.Clear();
        _lives.Clear();
    }

    private static Problem WrongFieldCount(EventDescriptor descriptor, int fields)
    {
        var range = descriptor.Minimum == descriptor.Maximum ? $"{descriptor.Minimum}" : $"{descriptor.Minimum} to {descriptor.Maximum}";
        var block = descriptor.HasBlock ? " beside the advanced block" : string.Empty;
        return new Problem(LineProblemReason.WrongFieldCount, $"{descriptor.Name} with {range} fields{block}, not {fields}");
    }

    private static Problem BadNumber(string field) => new(LineProblemReason.BadNumber, field);

    /// <summary>Why a line is skipped, and what was expected.</summary>
    private readonly record struct Problem(LineProblemReason Reason, string Detail);
}
