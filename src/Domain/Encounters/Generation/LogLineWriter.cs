using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace Guildhall.Domain.Encounters.Generation;

/// <summary>Writes lines of a log as UTF-8 into a stream, through one buffer.</summary>
internal sealed class LogLineWriter(Stream output, DateTimeOffset startedAt)
{
    private const int LongestLine = 16 * 1024;
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _length;

    /// <summary>Lines written.</summary>
    public long Lines { get; private set; }

    /// <summary>Bytes written, those still in the buffer included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes one line that many milliseconds behind the start.</summary>
    public void Line(long milliseconds, [InterpolatedStringHandlerArgument("", nameof(milliseconds))] ref Payload payload)
    {
        _ = milliseconds;
        Append("\r\n"u8);
        Lines++;
        Bytes += _length - payload.Start;
    }

    /// <summary>Writes what is still in the buffer.</summary>
    public void Flush()
    {
        output.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Begin(long milliseconds)
    {
        if (_buffer.Length - _length < LongestLine)
            Flush();
        var at = startedAt.AddMilliseconds(milliseconds);
        Append(at.Month);
        Append((byte)'/');
        Append(at.Day);
        Append((byte)'/');
        Append(at.Year);
        Append((byte)' ');
        Append(at.Hour, "D2");
        Append((byte)':');
        Append(at.Minute, "D2");
        Append((byte)':');
        Append(at.Second, "D2");
        Append((byte)'.');
        Append(at.Millisecond, "D3");
        // The offset in hours follows the three digits without a sign when it is not negative.
        Append(at.Offset.Hours);
        Append((byte)' ');
        Append((byte)' ');
    }

    private void Append(byte value) => _buffer[_length++] = value;

    private void Append(ReadOnlySpan<byte> value)
    {
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
    }

    private void Append(long value, string format = "D")
    {
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written, format.Length == 1 ? default : new('D', (byte)(format[1] - '0')));
        _length += written;
    }

    private void Append(double value)
    {
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_length), out var written, new('F', 2));
        _length += written;
    }

    /// <summary>What stands behind a timestamp, appended piece by piece.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Payload
    {
        private readonly LogLineWriter _writer;

        /// <summary>Where the line begins in the buffer.</summary>
        internal int Start { get; }

        /// <summary>Begins a line with its timestamp.</summary>
        public Payload(int literalLength, int formattedCount, LogLineWriter writer, long milliseconds)
        {
            _ = literalLength;
            _ = formattedCount;
            _writer = writer;
            var before = writer._length;
            writer.Begin(milliseconds);
            // The buffer may have been emptied in between.
            Start = writer._length < before ? 0 : before;
        }

        /// <summary>Appends what the line always has.</summary>
        public void AppendLiteral(string value) => _writer._length += Encoding.UTF8.GetBytes(value, _writer._buffer.AsSpan(_writer._length));

        /// <summary>Appends a name.</summary>
        public void AppendFormatted(string value) => AppendLiteral(value);

        /// <summary>Appends bytes that are UTF-8 already.</summary>
        public void AppendFormatted(byte[] value) => _writer.Append(value);

        /// <summary>Appends a whole number.</summary>
        public void AppendFormatted(long value) => _writer.Append(value);

        /// <summary>Appends a whole number.</summary>
        public void AppendFormatted(int value) => _writer.Append((long)value);

        /// <summary>Appends a number with two decimals.</summary>
        public void AppendFormatted(double value) => _writer.Append(value);

        /// <summary>Appends a flag the game's way.</summary>
        public void AppendFormatted(bool value) => _writer.Append(value ? "1"u8 : "nil"u8);

        /// <summary>Appends the 19 fields that format 22 tells of a unit's condition.</summary>
        public void AppendFormatted(AdvancedBlock block)
        {
            var unit = block.Unit;
            AppendFormatted(unit.GuidBytes);
            AppendLiteral(",");
            AppendLiteral(unit.Owner?.Guid ?? "0000000000000000");
            AppendLiteral(",");
            AppendFormatted(unit.Health);
            AppendLiteral(",");
            AppendFormatted(unit.MaximumHealth);
            AppendLiteral(",2411,2980,5203,414,0,");
            AppendFormatted(unit.Shield);
            AppendLiteral(",0,241000,250000,0,");
            AppendFormatted(unit.X);
            AppendLiteral(",");
            AppendFormatted(unit.Y);
            AppendLiteral(",2531,3.1415,");
            AppendFormatted(unit.Level);
        }
    }
}

/// <summary>A unit's condition, to be appended to a line.</summary>
/// <param name="Unit">The unit.</param>
internal readonly record struct AdvancedBlock(Actor Unit);
