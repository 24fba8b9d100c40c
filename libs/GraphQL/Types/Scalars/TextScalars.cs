using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GraphQL.Types;

/// <summary><c>DateTime</c>: instants as RFC 3339 writes them, to the microsecond; sent out in UTC.</summary>
[method: SetsRequiredMembers]
internal sealed class DateTimeType() : TextScalarType<DateTimeOffset>(
    "DateTime",
    "An instant, RFC 3339 with offset, up to microseconds; answers are in UTC.",
    "https://scalars.graphql.org/andimarek/date-time.html")
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fK", "yyyy-MM-dd'T'HH:mm:ss.ffK", "yyyy-MM-dd'T'HH:mm:ss.fffK",
        "yyyy-MM-dd'T'HH:mm:ss.ffffK", "yyyy-MM-dd'T'HH:mm:ss.fffffK", "yyyy-MM-dd'T'HH:mm:ss.ffffffK",
    ];

    protected override int MaximumLength => 27;

    protected override string Form => "an instant with offset and at most microseconds, such as 2026-11-20T19:30:00Z";

    protected override bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;

        // K also takes text without an offset, which would then mean this machine's.
        var hasOffset = text.Length > 20 ? text[^1] is 'Z' or 'z' || text[^6] is '+' or '-' : text.Length == 20 && text[^1] is 'Z' or 'z';
        if (!hasOffset)
            return false;
        Span<char> upper = stackalloc char[40];
        if (text.Length > upper.Length)
            return false;
        text.ToUpperInvariant(upper);
        return DateTimeOffset.TryParseExact(upper[..text.Length], Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value);
    }

    protected override int Format(DateTimeOffset value, Span<char> text)
    {
        var utc = value.UtcDateTime;
        var microseconds = utc.Ticks / TimeSpan.TicksPerMicrosecond % 1_000_000;
        var form = microseconds == 0
            ? "yyyy-MM-dd'T'HH:mm:ss'Z'"
            : microseconds % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        utc.TryFormat(text, out var length, form, CultureInfo.InvariantCulture);
        return length;
    }
}

/// <summary><c>Date</c>: calendar days.</summary>
[method: SetsRequiredMembers]
internal sealed class DateType() : TextScalarType<DateOnly>(
    "Date", "A calendar day in UTC, `yyyy-MM-dd`.", "https://scalars.graphql.org/andimarek/local-date.html")
{
    protected override int MaximumLength => 10;

    protected override string Form => "a day as yyyy-MM-dd";

    protected override bool TryParse(ReadOnlySpan<char> text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override int Format(DateOnly value, Span<char> text)
    {
        value.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return length;
    }
}

/// <summary><c>UUID</c>: taken in either letter case, sent out lower case with hyphens.</summary>
[method: SetsRequiredMembers]
internal sealed class UuidType() : TextScalarType<Guid>(
    "UUID", "A UUID as events and the wire carry it, lower case with hyphens.", "https://www.rfc-editor.org/rfc/rfc9562")
{
    protected override int MaximumLength => 36;

    protected override string Form => "a UUID of 36 characters with hyphens";

    protected override bool TryParse(ReadOnlySpan<char> text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    protected override int Format(Guid value, Span<char> text)
    {
        value.TryFormat(text, out var length, "D");
        return length;
    }
}
