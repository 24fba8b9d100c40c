using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>What clients are told whose values break a rule of the schema.</summary>
internal static class InputErrors
{
    /// <summary>Most that are told of one request or field.</summary>
    public const int Maximum = 50;

    /// <param name="what">What holds the value, such as <c>variable "x"</c>.</param>
    /// <param name="coordinate">Of the argument or input field whose rule it is.</param>
    /// <param name="inputPath">Where the value stands, from the variable or argument on.</param>
    /// <param name="reason">Why it breaks the rule.</param>
    /// <param name="location">Where to look in the document.</param>
    public static GraphQLError Violation(string what, string coordinate, IEnumerable<object> inputPath, string reason, SourceLocation? location)
    {
        var path = inputPath.ToImmutableArray();
        var place = string.Concat(path.Select(static (step, i) => step is int ? $"[{step}]" : i == 0 ? $"{step}" : $".{step}"));
        var where = path.Length > 1 ? $" at \"{place}\"" : "";
        return new GraphQLError($"The {what} breaks a rule{where}: {reason}.")
        {
            Code = ErrorCodes.InvalidInput,
            Locations = location is { } known ? [known] : [],
            Coordinate = coordinate,
            InputPath = path,
        };
    }
}
