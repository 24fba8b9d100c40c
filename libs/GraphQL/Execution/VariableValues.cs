using System.Collections.Immutable;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>The coerced variables of a request.</summary>
internal sealed class VariableValues(ImmutableArray<VariablePlan> plans, object?[] values, JsonElement json)
{
    /// <summary>Stands for a variable or argument that was not given and has no default.</summary>
    public static object Absent { get; } = new();

    public static VariableValues None { get; } = new([], [], default);

    /// <summary>The value of a variable, null and <see cref="Absent"/> among them.</summary>
    public object? this[string name]
    {
        get
        {
            for (var i = 0; i < plans.Length; i++)
            {
                if (plans[i].Name == name)
                    return values[i];
            }

            return Absent;
        }
    }

    /// <summary>In the order of the operation's definitions.</summary>
    public IReadOnlyList<object?> InOrder => values;

    /// <summary>The literal that a variable's definition gives in the stead of a value; null when there is none.</summary>
    public Value? DefaultOf(string name) => plans.FirstOrDefault(plan => plan.Name == name)?.Definition.DefaultValue;

    /// <summary>What the client sent for a variable; undefined when nothing.</summary>
    public JsonElement JsonOf(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
}
