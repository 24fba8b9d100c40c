using System.Collections.Immutable;
using System.Globalization;

namespace GraphQL.Cost;

/// <summary>What clients are told about cost, in one place.</summary>
internal static class CostErrors
{
    public static GraphQLError Exceeded(string kind, double cost, double limit, OperationCost operation, string? coordinate) =>
        new($"The request's {kind} cost is {Text(cost)}, which is beyond the limit of {Text(limit)}"
            + (coordinate is null ? "." : $"; most of it is due to \"{coordinate}\". Ask for fewer elements, or for fewer fields of each."))
        {
            Code = ErrorCodes.CostExceeded,
            Extensions = ImmutableSortedDictionary.CreateRange(
            [
                .. operation.ToExtension(),
                new($"max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost", OperationCost.Number(limit)),
                new KeyValuePair<string, object?>("coordinate", coordinate),
            ]),
        };

    public static GraphQLException TooComplicated(int steps) => new(
        new GraphQLError($"Finding out what the operation costs takes more than {steps} steps; select less, or through fewer fragments.")
        {
            Code = ErrorCodes.LimitExceeded,
        });

    public static GraphQLException SlicingArguments(string coordinate, IEnumerable<string> arguments, int given) => new(
        new GraphQLError($"The field \"{coordinate}\" takes exactly one of the arguments {string.Join(", ", arguments)}, not {given} of them.")
        {
            Code = ErrorCodes.SlicingArgument,
            Extensions = ImmutableSortedDictionary<string, object?>.Empty.Add("coordinate", coordinate),
        });

    private static string Text(double cost) => cost >= OperationCost.Most ? "astronomical" : cost.ToString("0.###", CultureInfo.InvariantCulture);
}
