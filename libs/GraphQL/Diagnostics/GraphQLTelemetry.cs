using System.Diagnostics;

namespace GraphQL.Diagnostics;

/// <summary>
/// What listeners subscribe to. Names of spans, instruments and tags are those of the OpenTelemetry semantic conventions for GraphQL as far
/// as they have one; <c>docs/graphql/observability.md</c> lists them all. While nobody listens nothing is made.
/// </summary>
public static class GraphQLTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "GraphQL";

    /// <summary>Where all spans come from.</summary>
    internal static ActivitySource Source { get; } = new(Name);
}
