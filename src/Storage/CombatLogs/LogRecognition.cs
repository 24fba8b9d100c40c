using System.Buffers.Text;

namespace Guildhall.Storage.CombatLogs;

/// <summary>Tells text that is a combat log from text that is none, by its first part.</summary>
internal static class LogRecognition
{
    /// <summary>How much of a content is looked at.</summary>
    public const int SampleSize = 1 << 20;

    /// <summary>
    /// Null when it is a log; else why not, as a clause. It is none when less than half of its lines have a time and an event: a log with
    /// notes in it or with damage is read, and what cannot be read is counted line by line.
    /// </summary>
    /// <param name="sample">The first part of the content.</param>
    /// <param name="isWhole">True when nothing follows the sample.</param>
    public static string? Refuse(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (sample.StartsWith("\uFEFF"u8))
            sample = sample[3..];

        int lines = 0, unreadable = 0;
        while (!sample.IsEmpty)
        {
            var end = sample.IndexOf((byte)'\n');
            var line = end < 0 ? sample : sample[..end];
            var isCutOff = end < 0 && !isWhole && lines > 0;
            sample = end < 0 ? [] : sample[(end + 1)..];
            line = line.Trim(" \t\r"u8);
            if (line.IsEmpty || isCutOff)
                continue;

            lines++;
            if (!HasTimeAndEvent(line))
                unreadable++;
        }

        if (lines == 0)
            return "it has no line that is not blank";

        return unreadable > lines / 2 ? $"{unreadable} of its first {lines} lines have no time and event of a combat log" : null;
    }

    // 5/11 19:26:20.266  EVENT or 7/28/2024 14:36:49.528-4  EVENT: month, day, perhaps a year, time, perhaps an offset, event.
    private static bool HasTimeAndEvent(ReadOnlySpan<byte> line)
    {
        if (!Number(ref line, 1, 12) || !Take(ref line, '/') || !Number(ref line, 1, 31))
            return false;

        if (Take(ref line, '/') && !Number(ref line, 2004, 2100))
            return false;

        if (!Take(ref line, ' ') || !Number(ref line, 0, 23) || !Take(ref line, ':') || !Number(ref line, 0, 59) || !Take(ref line, ':') || !Number(ref line, 0, 60))
            return false;

        var gap = line.IndexOf((byte)' ');
        if (!Take(ref line, '.') || gap is < 2 or > 16)
            return false;

        var name = line[(gap - 1)..].TrimStart((byte)' ');
        return name.Length >= 3 && name[..3].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;
    }

    private static bool Take(ref ReadOnlySpan<byte> line, char character)
    {
        if (line.IsEmpty || line[0] != character)
            return false;

        line = line[1..];
        return true;
    }

    private static bool Number(ref ReadOnlySpan<byte> line, int min, int max)
    {
        if (!Utf8Parser.TryParse(line, out uint value, out var consumed) || consumed > 4 || value < min || value > max)
            return false;

        line = line[consumed..];
        return true;
    }
}
