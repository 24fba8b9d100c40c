using System.Collections.Immutable;
using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>The columns that a projection fetches, by name, as plans tell them.</summary>
internal static class ProjectedColumns
{
    /// <summary>Of a projection; null when it fetches whole rows.</summary>
    public static ImmutableArray<string>? Of<T>(Projection<T> projection) =>
        projection.IsEmpty ? [] : projection.Selector is { } selector ? [.. Of(selector.Body, "")] : null;

    private static IEnumerable<string> Of(Expression made, string path) => made switch
    {
        MemberInitExpression row => row.Bindings.OfType<MemberAssignment>()
            .SelectMany(binding => Of(binding.Expression, path.Length == 0 ? binding.Member.Name : $"{path}.{binding.Member.Name}")),
        // a related object that may be missing, and a list of them
        ConditionalExpression related => Of(related.IfFalse, path),
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Of(converted.Operand, path),
        MethodCallExpression { Arguments: [MethodCallExpression { Arguments: [_, LambdaExpression element] }] } => Of(element.Body, path),
        _ => [path],
    };
}
