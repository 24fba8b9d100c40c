namespace Guildhall.Domain.Encounters.Tokens;

/// <summary>The fields of one line as ranges of its bytes; valid as long as the line is.</summary>
internal readonly ref struct FieldList(ReadOnlySpan<byte> payload, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private readonly ReadOnlySpan<int> _ends = ends;

    /// <summary>How many fields there are; the event's name is the first.</summary>
    public int Count => _ends.Length;

    /// <summary>A field as written, quotes and brackets included.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1] + 1;
            return _payload[start.._ends[index]];
        }
    }
}
