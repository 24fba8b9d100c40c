using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL;

/// <summary>An error as a response carries it.</summary>
/// <param name="Message">One sentence for developers, in English; says what to do where that is known.</param>
public sealed record GraphQLError(string Message)
{
    /// <summary>Stable, in UPPER_SNAKE_CASE, sent as <c>extensions.code</c>; see <see cref="ErrorCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Places in the document; empty when no place is at fault.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>
    /// The response position: names as <see cref="string"/>, indices as <see cref="int"/>; null for errors of the request.
    /// </summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>
    /// The part of the schema that the error concerns, such as <c>Type.field(argument:)</c>; sent as <c>extensions.coordinate</c>.
    /// September 2025, section "Schema Coordinates". Null when there is none.
    /// </summary>
    public string? Coordinate { get; init; }

    /// <summary>
    /// Which value of the input is at fault: the argument or variable, then names as <see cref="string"/> and indices as <see cref="int"/>;
    /// sent as <c>extensions.inputPath</c>. Null for errors of anything else.
    /// </summary>
    public IReadOnlyList<object>? InputPath { get; init; }

    /// <summary>Further members of <c>extensions</c>, JSON-like values; null when there are none.</summary>
    public ImmutableSortedDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What was thrown; never sent.</summary>
    public Exception? Exception { get; init; }
}
