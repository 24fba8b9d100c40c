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

    /// <summary>Further members of <c>extensions</c>, JSON-like values; null when there are none.</summary>
    public ImmutableSortedDictionary<string, object?>? Extensions { get; init; }

    /// <summary>What was thrown; never sent.</summary>
    public Exception? Exception { get; init; }
}
