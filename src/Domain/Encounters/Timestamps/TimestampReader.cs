namespace Guildhall.Domain.Encounters.Timestamps;

/// <summary>
/// Reads the time at the front of a line, in every form the game writes: <c>M/D HH:MM:SS.mmm</c>, local and without a year, and
/// <c>M/D/YYYY HH:MM:SS.mmm</c> with the clock's offset directly behind the three digits (<c>.3078</c> is 307 ms at UTC+8).
/// </summary>
internal sealed class TimestampReader(CombatLogOptions options)
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private const long MicrosecondsPerMinute = 60_000_000;

    private readonly byte[] _date = new byte[16];
    private int _dateLength;
    private long _dayMicroseconds;

    private readonly byte[] _offset = new byte[16];
    private int _offsetLength = -1;
    private long _offsetMicroseconds;
    private bool _sawOffset;
    private bool _offsetChanged;

    private int _year;
    private int _month;

    /// <summary>True once a line without a year was read.</summary>
    public bool YearAssumed { get; private set; }

    /// <summary>The log's constant offset in minutes; null when it changes, is unreadable, or is in no line.</summary>
    public int? OffsetMinutes => _sawOffset && !_offsetChanged ? (int)(_offsetMicroseconds / MicrosecondsPerMinute) : null;

    /// <summary>Reads the time and finds where the event's name begins, behind two spaces.</summary>
    /// <param name="line">A line without its end.</param>
    /// <param name="at">Microseconds since 1970 UTC.</param>
    /// <param name="payloadStart">Index of the event's name.</param>
    public bool TryRead(ReadOnlySpan<byte> line, out long at, out int payloadStart)
    {
        at = 0;
        payloadStart = 0;
        var space = line[..Math.Min(line.Length, 12)].IndexOf((byte)' ');
        if (space < 3) return false;
        var time = line[(space + 1)..];
        if (!TryReadTimeOfDay(time, out var ofDay, out var used)) return false;
        var behind = time[used..];
        var end = behind[..Math.Min(behind.Length, 10)].IndexOf("  "u8);
        if (end < 0) return false;
        payloadStart = space + 1 + used + end + 2;
        if (!line[..space].SequenceEqual(_date.AsSpan(0, _dateLength)) && !TryReadDate(line[..space], line[payloadStart..])) return false;
        if (!behind[..end].SequenceEqual(_offset.AsSpan(0, Math.Max(_offsetLength, 0))) || _offsetLength < 0) ReadOffset(behind[..end]);
        at = _dayMicroseconds + ofDay - _offsetMicroseconds;
        return true;
    }

    private static bool TryReadTimeOfDay(ReadOnlySpan<byte> time, out long microseconds, out int used)
    {
        microseconds = 0;
        used = time is [_, (byte)':', ..] ? 11 : 12;
        if (time.Length < used) return false;
        var hourDigits = used - 10;
        if (time[hourDigits] != ':' || time[hourDigits + 3] != ':' || time[hourDigits + 6] != '.') return false;
        if (!TryReadDigits(time[..hourDigits], out var hour) || hour > 23) return false;
        if (!TryReadDigits(time.Slice(hourDigits + 1, 2), out var minute) || minute > 59) return false;
        // A leap second is written as 60.
        if (!TryReadDigits(time.Slice(hourDigits + 4, 2), out var second) || second > 60) return false;
        if (!TryReadDigits(time.Slice(hourDigits + 7, 3), out var millisecond)) return false;
        microseconds = ((((((hour * 60L) + minute) * 60) + second) * 1000) + millisecond) * 1000;
        return true;
    }

    private bool TryReadDate(ReadOnlySpan<byte> date, ReadOnlySpan<byte> payload)
    {
        var slash = date.IndexOf((byte)'/');
        if (slash is < 1 or > 2 || !TryReadDigits(date[..slash], out var month) || month is < 1 or > 12) return false;
        var rest = date[(slash + 1)..];
        slash = rest.IndexOf((byte)'/');
        var dayDigits = slash < 0 ? rest : rest[..slash];
        if (dayDigits.Length is < 1 or > 2 || !TryReadDigits(dayDigits, out var day) || day is < 1 or > 31) return false;
        int year;
        if (slash < 0)
        {
            year = YearOf(month, day, payload.StartsWith("COMBAT_LOG_VERSION"u8));
        }
        else if (rest.Length - slash != 5 || !TryReadDigits(rest[(slash + 1)..], out year) || year < 1970)
        {
            return false;
        }

        if (year is < 1970 or > 9998 || day > DateTime.DaysInMonth(year, month)) return false;
        if (slash < 0) YearAssumed = true;
        _year = year;
        _month = month;
        _dayMicroseconds = (new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber) * MicrosecondsPerDay;
        date.CopyTo(_date);
        _dateLength = date.Length;
        return true;
    }

    /// <summary>
    /// The year of a date that has none. Within a session only the turn from December to January begins a new one, so that a
    /// damaged line cannot; between sessions, at a header, every step back to an earlier month does.
    /// </summary>
    private int YearOf(int month, int day, bool isHeader)
    {
        if (_year == 0)
        {
            var limit = options.ReferenceDate.AddDays(1);
            var year = limit.Year;
            while (year > 1970 && (day > DateTime.DaysInMonth(year, month) || new DateOnly(year, month, day) > limit)) year--;
            return year;
        }

        if (month >= _month) return _month == 1 && month == 12 ? _year - 1 : _year;
        return isHeader || (_month == 12 && month == 1) ? _year + 1 : _year;
    }

    private void ReadOffset(ReadOnlySpan<byte> text)
    {
        var known = true;
        long minutes;
        if (text.IsEmpty)
        {
            minutes = options.UtcOffsetMinutes;
        }
        else
        {
            known = TryReadOffset(text, out minutes);
        }

        // An offset that no rule reads leaves the clock where it was, or where the options put it.
        if (!known && _offsetLength < 0) _offsetMicroseconds = options.UtcOffsetMinutes * MicrosecondsPerMinute;
        if (known)
        {
            if (_offsetLength >= 0 && minutes * MicrosecondsPerMinute != _offsetMicroseconds) _offsetChanged = true;
            _offsetMicroseconds = minutes * MicrosecondsPerMinute;
        }

        _offsetChanged |= !known;
        _sawOffset |= !text.IsEmpty;
        text.CopyTo(_offset);
        _offsetLength = text.Length;
    }

    /// <summary>Reads <c>8</c>, <c>-4</c>, <c>10</c>, <c>5.5</c>, <c>5:30</c>, <c>+05:30</c>: hours, with halves or minutes.</summary>
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out long minutes)
    {
        minutes = 0;
        var negative = text[0] == (byte)'-';
        if (text[0] is (byte)'-' or (byte)'+') text = text[1..];
        var split = text.IndexOfAny((byte)':', (byte)'.');
        var hourDigits = split < 0 ? text : text[..split];
        if (hourDigits.Length is < 1 or > 2 || !TryReadDigits(hourDigits, out var hours) || hours > 14) return false;
        minutes = hours * 60L;
        if (split >= 0)
        {
            var behind = text[(split + 1)..];
            if (!TryReadDigits(behind, out var fraction)) return false;
            if (text[split] == (byte)':' && behind.Length == 2 && fraction < 60) minutes += fraction;
            else if (text[split] == (byte)'.' && behind.Length is 1 or 2) minutes += fraction * 60L / (behind.Length == 1 ? 10 : 100);
            else return false;
        }

        if (negative) minutes = -minutes;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        if (digits.IsEmpty) return false;
        foreach (var character in digits)
        {
            var digit = (uint)(character - '0');
            if (digit > 9) return false;
            value = (value * 10) + (int)digit;
        }

        return true;
    }
}
