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
    private long _lineLength;
    private long _nextOffset;

    /// <summary>Lines given or skipped so far; the number of the line just given, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Byte offset in the log of the line just given.</summary>
    public long LineOffset { get; private set; }

    /// <summary>Takes the next line from the front of <paramref name="block"/>; the line is valid until the next call.</summary>
    public LineStep Next(ref ReadOnlySpan<byte> block, out ReadOnlySpan<byte> line)
    {
        ForgetGiven();
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
        if (_tailLength > 0 || piece.Length > maximumLineBytes)
        {
            Keep(piece);
            return Give(endBytes: 1, out line);
        }

        Number(piece.Length + 1);
        line = WithoutReturn(piece);
        return LineStep.Line;
    }

    /// <summary>Gives the last line when it has no line end. <see cref="LineStep.NeedsMore"/> means that there is none.</summary>
    public LineStep Last(out ReadOnlySpan<byte> line)
    {
        ForgetGiven();
        line = default;
        return _lineLength == 0 ? LineStep.NeedsMore : Give(endBytes: 0, out line);
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line is [.., (byte)'\r'] ? line[..^1] : line;

    private void ForgetGiven()
    {
        if (!_tailIsGiven) return;
        _tailLength = 0;
        _lineLength = 0;
        _tailIsGiven = false;
    }

    private LineStep Give(int endBytes, out ReadOnlySpan<byte> line)
    {
        Number(_lineLength + endBytes);
        _tailIsGiven = true;
        var isTooLong = _lineLength > maximumLineBytes;
        line = isTooLong ? _tail.AsSpan(0, Math.Min(_tailLength, KeptOfTooLong)) : WithoutReturn(_tail.AsSpan(0, _tailLength));
        return isTooLong ? LineStep.TooLong : LineStep.Line;
    }

    private void Number(long length)
    {
        LineNumber++;
        LineOffset = _nextOffset;
        _nextOffset += length;
    }

    /// <summary>Keeps a piece of the line; from the limit on only its beginning, the rest is counted.</summary>
    private void Keep(ReadOnlySpan<byte> piece)
    {
        _lineLength += piece.Length;
        if (_lineLength > maximumLineBytes) piece = piece[..Math.Clamp(KeptOfTooLong - _tailLength, 0, piece.Length)];
        var needed = _tailLength + piece.Length;
        if (needed > _tail.Length) Array.Resize(ref _tail, Math.Max(needed, Math.Min(_tail.Length * 2, maximumLineBytes)));
        piece.CopyTo(_tail.AsSpan(_tailLength));
        _tailLength = needed;
    }
}
