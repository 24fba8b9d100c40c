using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Guildhall.Storage;

/// <summary>Instants as the columns and the game's analyses hold them: microseconds since 1970 UTC.</summary>
public static class Instants
{
    /// <summary>The instant of a number of microseconds since 1970 UTC.</summary>
    public static DateTimeOffset FromMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>Whole microseconds since 1970 UTC, rounded down.</summary>
    public static long ToMicroseconds(DateTimeOffset instant) =>
        long.DivRem(instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerMicrosecond) is var (quotient, remainder) && remainder < 0
            ? quotient - 1
            : quotient;
}

internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => Instants.ToMicroseconds(instant),
    microseconds => Instants.FromMicroseconds(microseconds));
