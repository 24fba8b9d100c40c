namespace Guildhall.Domain.Encounters.Lines;

/// <summary>What a step of <see cref="LineSplitter"/> found.</summary>
internal enum LineStep
{
    /// <summary>The block is used up; its tail is kept for the next one.</summary>
    NeedsMore,

    /// <summary>A whole line.</summary>
    Line,

    /// <summary>The end of a line that was too long to hold; only its beginning is given.</summary>
    TooLong,
}

/// <summary>
/// Cuts blocks of bytes into lines, wherever the blocks are cut. Holds at most one incomplete line, and of one that grows
/// beyond the limit only its beginning.
/// </summary>
internal sealed class LineSplitter(int maximumLineBytes)
{
    /// <summary>How much of a line that is too long is kept to show it: enough for 2,000 characters of any kind.</summary>
    private const int KeptOfTooLong = 8000;

    private byte[] _tail = new byte[4096];
    private int _tailLength;
    private bool _tailIsGiven;
    private bool _skipping;
    private long _nextOffset;
    private long _skipped;

    /// <summary>Lines given or skipped so far; the number of the line just given, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Byte offset in the log of the line just given.</summary>
    public long LineOffset { get; private set; }

    /// <summary>Takes the next line from the front of <paramref name="block"/>; the line is valid until the next call.</summary>
    public LineStep Next(ref ReadOnlySpan<byte> block, out ReadOnlySpan<byte> line)
    {
        if (_tailIsGiven)
        {
            _tailLength = 0;
            _tailIsGiven = false;
        }

        var end = block.IndexOf((byte)'\n');
        if (end < 0)
        {
            Keep(block);
            block = default;
            line = default;
            return LineStep.NeedsMore;
        }

        var piece = block[..end];
        block = block[(end + 1)..];
        LineNumber++;
        LineOffset = _nextOffset;
        if (_skipping || _tailLength + piece.Length > maximumLineBytes)
        {
            _nextOffset += _skipped + _tailLength + piece.Length + 1;
            _skipped = 0;
            if (!_skipping) Begin(piece);
            _skipping = false;
            _tailIsGiven = true;
            line = _tail.AsSpan(0, Math.Min(_tailLength, KeptOfTooLong));
            return LineStep.TooLong;
        }

        if (_tailLength > 0)
        {
            Append(piece);
            piece = _tail.AsSpan(0, _tailLength);
            _tailIsGiven = true;
        }

        _nextOffset += piece.Length + 1;
        line = piece is [.., (byte)'\r'] ? piece[..^1] : piece;
        return LineStep.Line;
    }

    /// <summary>Gives the last line when it has no line end. <see cref="LineStep.NeedsMore"/> means that there is none.</summary>
    public LineStep Last(out ReadOnlySpan<byte> line)
    {
        line = default;
        if (_tailIsGiven || (_tailLength == 0 && !_skipping)) return LineStep.NeedsMore;
        LineNumber++;
        LineOffset = _nextOffset;
        _nextOffset += _skipped + _tailLength;
        line = _tail.AsSpan(0, _skipping ? Math.Min(_tailLength, KeptOfTooLong) : _tailLength);
        _tailIsGiven = true;
        if (_skipping)
        {
            _skipping = false;
            return LineStep.TooLong;
        }

        if (line is [.., (byte)'\r']) line = line[..^1];
        return LineStep.Line;
    }

    private void Keep(ReadOnlySpan<byte> block)
    {
        if (_skipping)
        {
            _skipped += block.Length;
            return;
        }

        if (_tailLength + block.Length <= maximumLineBytes)
        {
            Append(block);
            return;
        }

        // From here the line is only counted.
        var seen = _tailLength + block.Length;
        Begin(block);
        _skipping = true;
        _skipped = seen - _tailLength;
    }

    private void Begin(ReadOnlySpan<byte> piece)
    {
        if (_tailLength >= KeptOfTooLong)
        {
            _tailLength = KeptOfTooLong;
            return;
        }

        Append(piece[..Math.Min(piece.Length, KeptOfTooLong - _tailLength)]);
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        var needed = _tailLength + piece.Length;
        if (needed > _tail.Length) Array.Resize(ref _tail, Math.Min(Math.Max(needed, _tail.Length * 2), Math.Max(needed, maximumLineBytes)));
        piece.CopyTo(_tail.AsSpan(_tailLength));
        _tailLength = needed;
    }
}
