using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A rule for the values of an argument or input field.</summary>
/// <param name="check">Why a value, never null, breaks the rule; null when it keeps it.</param>
/// <param name="arguments">What <c>@constraint</c> says of it.</param>
internal sealed class InputConstraint(Func<object, string?> check, params ReadOnlySpan<Argument> arguments)
{
    /// <summary>True when it is about the list as a whole, not about its elements.</summary>
    public bool IsOfList { get; init; }

    /// <summary>What <c>@constraint</c> says of it.</summary>
    public ImmutableArray<Argument> Arguments { get; } = [.. arguments];

    /// <summary>Tells every break of the rule.</summary>
    /// <param name="value">A coerced value; null keeps every rule.</param>
    /// <param name="path">Where the value stands; as it was when this ends.</param>
    /// <param name="tell">Told why, while <paramref name="path"/> is that of the value at fault.</param>
    public void Check(object? value, List<object> path, Action<string> tell)
    {
        if (value is null)
            return;
        if (IsOfList || value is not object?[] elements)
        {
            if (check(IsOfList && value is not object?[] ? new[] { value } : value) is { } reason)
                tell(reason);
            return;
        }

        for (var i = 0; i < elements.Length; i++)
        {
            path.Add(i);
            Check(elements[i], path, tell);
            path.RemoveAt(path.Count - 1);
        }
    }
}
