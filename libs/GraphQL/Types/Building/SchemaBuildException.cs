using System.Collections.Immutable;

namespace GraphQL.Types;

/// <summary>
/// The annotated classes make no valid schema. Tells everything that is wrong at once, each with the member and what to do.
/// </summary>
public sealed class SchemaBuildException : Exception
{
    /// <summary>One problem; inside <see cref="FieldAttribute.Configure"/> the member is added to it.</summary>
    public SchemaBuildException(string problem)
        : this([problem])
    {
    }

    /// <summary>All problems, at least one.</summary>
    public SchemaBuildException(ImmutableArray<string> problems)
        : base(problems.Length == 1
            ? problems[0]
            : $"The schema cannot be built, for {problems.Length} reasons:{string.Concat(problems.Select(problem => $"\n- {problem}"))}") =>
        Problems = problems;

    /// <summary>One sentence or two each.</summary>
    public ImmutableArray<string> Problems { get; }
}
