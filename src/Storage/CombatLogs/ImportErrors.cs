using Guildhall.Domain.Access;

namespace Guildhall.Storage.CombatLogs;

/// <summary>Why something was not taken in. Nothing of it was kept.</summary>
/// <param name="Code">Stable, in UPPER_SNAKE_CASE.</param>
/// <param name="Message">One sentence for people.</param>
public abstract record ImportError(string Code, string Message);

/// <summary>The content is not of a kind that can be read.</summary>
/// <param name="Message">One sentence for people.</param>
/// <param name="Detected">What it looks like instead; null when nothing is recognised.</param>
public sealed record UnsupportedFormatError(string Message, string? Detected) : ImportError("UNSUPPORTED_FORMAT", Message);

/// <summary>A path outside the allowed folders, or an archive that is not to be trusted.</summary>
/// <param name="Message">One sentence for people.</param>
/// <param name="Source">The path or archive member that was refused.</param>
public sealed record SourceRefusedError(string Message, string Source) : ImportError("SOURCE_REFUSED", Message);

/// <summary>More than the configuration allows.</summary>
/// <param name="Message">One sentence for people.</param>
/// <param name="Limit">The limit that applies.</param>
public sealed record LimitReachedError(string Message, long Limit) : ImportError("LIMIT_REACHED", Message);

/// <summary>A value of the input breaks a rule.</summary>
/// <param name="Message">One sentence for people.</param>
/// <param name="Field">The field of the input at fault.</param>
/// <param name="Rule">The rule in short, such as <c>0..90</c>.</param>
public sealed record InvalidInputError(string Message, string Field, string Rule) : ImportError("INVALID_INPUT", Message);

/// <summary>What an import may be told beside its source.</summary>
public sealed record ImportSettings
{
    /// <summary>For formats without a year, 2004..2100; null: from the file's name or time.</summary>
    public int? Year { get; init; }

    /// <summary>For formats without a zone, -720..840; null: the server's zone.</summary>
    public int? UtcOffsetMinutes { get; init; }

    /// <summary>Who may see the log beside its owner.</summary>
    public Visibility Visibility { get; init; } = Visibility.Private;
}

/// <summary>What came of an import.</summary>
/// <param name="LogIds">One per log of the source in its order, those already known included; empty on an error.</param>
/// <param name="Created">How many of them are new.</param>
/// <param name="Error">Why nothing was taken in; null when all is well.</param>
public sealed record ImportResult(IReadOnlyList<Guid> LogIds, int Created, ImportError? Error)
{
    internal static ImportResult Refused(ImportError error) => new([], 0, error);
}

/// <summary>Carries a refusal out of the reading of a source.</summary>
internal sealed class ImportRefusedException(ImportError error) : Exception(error.Message)
{
    public ImportError Error { get; } = error;
}
