using System.Collections.Immutable;

namespace GraphQL.Types;

/// <summary>
/// Ends a mutation with domain errors, which it answers in the <c>errors</c> field of its payload. Each error must be of a class that an
/// <see cref="ErrorAttribute"/> of the mutation names, or derive from one; otherwise it is an unexpected failure.
/// </summary>
public sealed class MutationException : Exception
{
    /// <summary>With one error.</summary>
    public MutationException(object error)
        : this([error])
    {
    }

    /// <summary>With several errors, at least one.</summary>
    public MutationException(ImmutableArray<object> errors)
        : base($"The mutation ended with {errors[0].GetType().Name}.") => Errors = errors;

    /// <summary>The errors in the order in which they are answered.</summary>
    public ImmutableArray<object> Errors { get; }
}
