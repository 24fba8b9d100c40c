using System.Buffers;
using System.Text;
using Guildhall.Domain.Encounters.Tokens;

namespace Guildhall.Domain.Encounters;

/// <summary>Keeps why lines were skipped: all counted, the first ones with their text.</summary>
internal sealed class ProblemLog
{
    /// <summary>How many problems are kept with their text.</summary>
    public const int Kept = 10_000;

    private const int TextCharacters = 2000;
    private const int MaximumNames = 256;
    private const int MaximumNameBytes = 64;

    /// <summary>Under this, names that are none, and those beyond the bound, are counted together.</summary>
    private const string OtherNames = "(other)";

    private static readonly SearchValues<byte> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"u8);

    private readonly List<LineProblem> _problems = [];
    private readonly long[] _counts = new long[Enum.GetValues<LineProblemReason>().Length];
    private readonly Dictionary<string, UnknownEvent> _unknown = new(StringComparer.Ordinal);

    /// <summary>The first problems.</summary>
    public IReadOnlyList<LineProblem> Problems => _problems;

    /// <summary>How many lines were skipped for each reason that came up.</summary>
    public IReadOnlyDictionary<LineProblemReason, long> Counts =>
        Enum.GetValues<LineProblemReason>()
            .Where(reason => _counts[(int)reason] > 0)
            .ToDictionary(reason => reason, reason => _counts[(int)reason]);

    /// <summary>Names no rule knows, most frequent first.</summary>
    public IReadOnlyList<UnknownEvent> Unknown =>
        [.. _unknown.Values.OrderByDescending(static name => name.Count).ThenBy(static name => name.FirstLine)];

    /// <summary>Counts a skipped line.</summary>
    public void Add(long line, LineProblemReason reason, string detail, ReadOnlySpan<byte> text)
    {
        _counts[(int)reason]++;
        if (_problems.Count >= Kept) return;
        var shown = Encoding.UTF8.GetString(FieldReader.Cut(text, TextCharacters * 4));
        if (shown.Length > TextCharacters) shown = shown[..TextCharacters];
        // A cut between the halves of a character leaves none of it.
        if (shown.Length > 0 && char.IsHighSurrogate(shown[^1])) shown = shown[..^1];
        _problems.Add(new LineProblem(line, reason, detail, shown));
    }

    /// <summary>Counts an event that no rule knows.</summary>
    public void AddUnknown(long line, ReadOnlySpan<byte> name)
    {
        var isName = name.Length is > 0 and <= MaximumNameBytes && !name.ContainsAnyExcept(NameCharacters);
        var text = isName ? Encoding.ASCII.GetString(name) : OtherNames;
        if (!_unknown.ContainsKey(text) && _unknown.Count >= MaximumNames) text = OtherNames;
        _unknown[text] = _unknown.TryGetValue(text, out var known) ? known with { Count = known.Count + 1 } : new UnknownEvent(text, 1, line);
    }
}
