using System.Text;
using Guildhall.Domain.Encounters;
using Guildhall.Domain.Encounters.Timestamps;
using Xunit;

namespace Domain.Tests.Encounters.Timestamps;

public class TimestampReaderTests
{
    [Theory]
    [InlineData("7/28/2024 14:36:49.528-4", "2024-07-28T18:36:49.528Z", -240)]
    [InlineData("9/13/2024 13:31:52.3078", "2024-09-13T05:31:52.307Z", 480)]
    [InlineData("8/28/2025 14:31:12.50110", "2025-08-28T04:31:12.501Z", 600)]
    [InlineData("2/16/2026 23:10:06.4690", "2026-02-16T23:10:06.469Z", 0)]
    [InlineData("2/16/2026 23:10:06.469-10", "2026-02-17T09:10:06.469Z", -600)]
    [InlineData("2/16/2026 23:10:06.4695.5", "2026-02-16T17:40:06.469Z", 330)]
    [InlineData("2/16/2026 23:10:06.4695:30", "2026-02-16T17:40:06.469Z", 330)]
    [InlineData("2/16/2026 23:10:06.469-03:30", "2026-02-17T02:40:06.469Z", -210)]
    [InlineData("2/16/2026 23:10:06.469+05:45", "2026-02-16T17:25:06.469Z", 345)]
    [InlineData("2/16/2026 23:10:06.4695.75", "2026-02-16T17:25:06.469Z", 345)]
    [InlineData("2/16/2026 23:10:06.469xyz", "2026-02-16T23:10:06.469Z", null)]
    [InlineData("2/16/2026 23:10:06.46999", "2026-02-16T23:10:06.469Z", null)]
    [InlineData("5/11 19:26:20.266", "2023-05-11T19:26:20.266Z", null)]
    [InlineData("5/11 9:26:20.266", "2023-05-11T09:26:20.266Z", null)]
    public void Every_form_is_read(string text, string expected, int? offset)
    {
        var reader = NewReader();
        Assert.Equal(DateTimeOffset.Parse(expected), Read(reader, text));
        Assert.Equal(offset, reader.OffsetMinutes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EVENT,1")]
    [InlineData("5/11 19:26:20.266 EVENT")]
    [InlineData("5/11 19:26:20.26  EVENT")]
    [InlineData("5/11 19:26:20  EVENT")]
    [InlineData("13/1 19:26:20.266  EVENT")]
    [InlineData("2/30 19:26:20.266  EVENT")]
    [InlineData("0/1 19:26:20.266  EVENT")]
    [InlineData("5/11/24 19:26:20.266  EVENT")]
    [InlineData("5/11/1969 19:26:20.266  EVENT")]
    [InlineData("5/11/99999 19:26:20.266  EVENT")]
    [InlineData("5/11 24:26:20.266  EVENT")]
    [InlineData("5/11 19:60:20.266  EVENT")]
    [InlineData("5-11 19:26:20.266  EVENT")]
    public void What_is_no_time_is_refused(string line) =>
        Assert.False(NewReader().TryRead(Encoding.UTF8.GetBytes(line), out _, out _));

    [Fact]
    public void The_event_begins_behind_two_spaces()
    {
        var line = "2/16/2026 23:10:06.46910  EMOTE,  x"u8;
        Assert.True(NewReader().TryRead(line, out _, out var start));
        Assert.Equal("EMOTE,  x", Encoding.UTF8.GetString(line[start..]));
    }

    [Fact]
    public void A_change_of_the_clock_leaves_no_single_offset_and_right_times()
    {
        var reader = NewReader();
        Assert.Equal(DateTimeOffset.Parse("2026-03-29T00:59:59.999Z"), Read(reader, "3/29/2026 01:59:59.9991"));
        Assert.Equal(60, reader.OffsetMinutes);
        Assert.Equal(DateTimeOffset.Parse("2026-03-29T01:00:00.001Z"), Read(reader, "3/29/2026 03:00:00.0012"));
        Assert.Null(reader.OffsetMinutes);
    }

    [Theory]
    [InlineData("12/31 23:59:59.999", "1/1 00:00:00.001", "2023-12-31T23:59:59.999Z", "2024-01-01T00:00:00.001Z")]
    [InlineData("1/1 00:00:00.001", "12/31 23:59:59.999", "2024-01-01T00:00:00.001Z", "2023-12-31T23:59:59.999Z")]
    [InlineData("5/11 23:59:59.999", "5/12 00:00:00.001", "2023-05-11T23:59:59.999Z", "2023-05-12T00:00:00.001Z")]
    [InlineData("5/11 10:00:00.000", "2/1 10:00:00.000", "2023-05-11T10:00:00Z", "2023-02-01T10:00:00Z")]
    public void The_year_turns_only_with_the_year(string first, string second, string expectedFirst, string expectedSecond)
    {
        // A date before the reference day is taken as the newest that fits.
        var reader = new TimestampReader(new CombatLogOptions { ReferenceDate = first.StartsWith("1/", StringComparison.Ordinal) ? new DateOnly(2024, 1, 5) : new DateOnly(2023, 12, 31) });
        Assert.Equal(DateTimeOffset.Parse(expectedFirst), Read(reader, first));
        Assert.Equal(DateTimeOffset.Parse(expectedSecond), Read(reader, second));
        Assert.True(reader.YearAssumed);
    }

    [Fact]
    public void Another_session_in_an_earlier_month_is_of_the_next_year()
    {
        var reader = new TimestampReader(new CombatLogOptions { ReferenceDate = new DateOnly(2022, 12, 31) });
        Read(reader, "11/20 10:00:00.000");
        Assert.True(reader.TryRead("3/4 10:00:00.000  COMBAT_LOG_VERSION,9,ADVANCED_LOG_ENABLED,1"u8, out var at, out _));
        Assert.Equal(DateTimeOffset.Parse("2023-03-04T10:00:00Z"), DateTimeOffset.UnixEpoch.AddMicroseconds(at));
    }

    [Fact]
    public void The_offset_of_the_options_counts_where_the_log_has_none()
    {
        var reader = new TimestampReader(new CombatLogOptions { ReferenceDate = new DateOnly(2023, 6, 1), UtcOffsetMinutes = 120 });
        Assert.Equal(DateTimeOffset.Parse("2023-05-11T17:26:20.266Z"), Read(reader, "5/11 19:26:20.266"));
        Assert.Null(reader.OffsetMinutes);
    }

    [Fact]
    public void A_leap_day_without_a_year_falls_on_the_last_leap_year()
    {
        var reader = new TimestampReader(new CombatLogOptions { ReferenceDate = new DateOnly(2023, 6, 1) });
        Assert.Equal(DateTimeOffset.Parse("2020-02-29T10:00:00Z"), Read(reader, "2/29 10:00:00.000"));
    }

    private static TimestampReader NewReader() => new(new CombatLogOptions { ReferenceDate = new DateOnly(2023, 5, 11) });

    private static DateTimeOffset Read(TimestampReader reader, string text)
    {
        Assert.True(reader.TryRead(Encoding.UTF8.GetBytes(text + "  EVENT,1"), out var at, out _));
        return DateTimeOffset.UnixEpoch.AddMicroseconds(at);
    }
}
