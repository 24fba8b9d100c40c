using System.Buffers;
using System.Text;
using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.CombatLogs;

/// <summary>The raw text of a log as it is kept: brotli blocks of 1 MiB, each with the number of the line it begins in.</summary>
internal static class RawText
{
    /// <summary>A line is given up to so many bytes; the game's longest are a tenth of it.</summary>
    public const int MaxLineBytes = 1 << 16;

    /// <summary>All lines of one answer together.</summary>
    public const int MaxAnswerBytes = 4 << 20;

    /// <summary>The raw bytes of a block; null when it is not there.</summary>
    public static byte[]? Read(GuildhallContext context, Guid logId, int index) =>
        context.BlockRows.AsNoTracking().SingleOrDefault(block => block.LogId == logId && block.Index == index) is { } block ? Unpack(block) : null;

    /// <summary>Lines as written, without their ends, from a number counted from 1; fewer when the log ends or the answer is full.</summary>
    public static List<string> ReadLines(GuildhallContext context, Guid logId, long from, int count)
    {
        var lines = new List<string>();

        // The line begins behind the newline of the one before, so in the last block that begins in an earlier line.
        var index = context.BlockRows.AsNoTracking()
            .Where(block => block.LogId == logId && (block.FirstLine < from || block.Index == 0))
            .OrderByDescending(block => block.Index)
            .Select(block => (int?)block.Index)
            .FirstOrDefault();

        var reader = new LineReader(from, count, lines);
        while (index is { } current && !reader.IsDone && context.BlockRows.AsNoTracking().SingleOrDefault(block => block.LogId == logId && block.Index == current) is { } row)
        {
            reader.Read(Unpack(row), row.FirstLine);
            index = reader.IsLineFull ? Math.Max(current + 1, LastBlockOf(context, logId, reader.Number)) : current + 1;
        }

        reader.End();
        return lines;
    }

    // The rest of a line that is cut anyway is not unpacked, however many blocks it fills.
    private static int LastBlockOf(GuildhallContext context, Guid logId, long line) =>
        context.BlockRows.Where(block => block.LogId == logId && block.FirstLine <= line).Max(block => block.Index);

    private static byte[] Unpack(RawBlock block)
    {
        var bytes = new byte[block.Length];
        if (!BlockCompression.TryUnpack(block.Data, bytes))
            throw new InvalidDataException($"Block {block.Index} of log {block.LogId} is damaged.");

        return bytes;
    }

    private sealed class LineReader(long from, int count, List<string> lines)
    {
        private readonly ArrayBufferWriter<byte> _line = new();
        private long _number = -1;
        private int _total;
        private bool _hasBytes;

        public long Number => _number;

        public bool IsLineFull => _line.WrittenCount >= MaxLineBytes;

        public bool IsDone => lines.Count >= count || _total >= MaxAnswerBytes;

        public void Read(ReadOnlySpan<byte> block, long firstLine)
        {
            if (_number < 0)
                _number = firstLine;

            while (!block.IsEmpty && !IsDone)
            {
                var end = block.IndexOf((byte)'\n');
                var part = end < 0 ? block : block[..end];
                if (_number >= from)
                {
                    _line.Write(part[..Math.Min(part.Length, MaxLineBytes - _line.WrittenCount)]);
                    _hasBytes = true;
                }

                if (end < 0)
                    return;

                Finish();
                _number++;
                block = block[(end + 1)..];
            }
        }

        // What follows the last newline is a line when there is something.
        public void End()
        {
            if (!IsDone && _hasBytes)
                Finish();
        }

        private void Finish()
        {
            if (_number < from)
                return;

            lines.Add(Encoding.UTF8.GetString(_line.WrittenSpan.TrimEnd((byte)'\r')));
            _total += _line.WrittenCount;
            _line.ResetWrittenCount();
            _hasBytes = false;
        }
    }
}
