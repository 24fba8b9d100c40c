using GraphQL.Language;
using GraphQL.Validation;

namespace GraphQL.Types;

/// <content>Input objects that no finite value has (section "Input Objects", "Circular References").</content>
internal sealed partial class SchemaValidation
{
    private readonly List<(InputObjectType Type, InputValue Field)> _requiredPath = [];
    private readonly HashSet<InputObjectType> _visitedInputs = [];

    /// <summary>Every input object must have a value that is not infinitely deep.</summary>
    public void CheckFiniteInputs()
    {
        var inputs = _schema.Types.OfType<InputObjectType>().ToList();
        var finite = FiniteInputs(inputs);
        foreach (var input in inputs)
        {
            if (!finite.Contains(input))
                ReportCycles(input, finite);
        }
    }

    /// <summary>The input object that a field cannot do without: any of a OneOf's, otherwise a non-null one.</summary>
    private static InputObjectType? NeededBy(InputObjectType type, InputValue field) =>
        type.IsOneOf ? field.Type as InputObjectType : (field.Type as NonNullType)?.InnerType as InputObjectType;

    /// <summary>
    /// Those with a finite value, found from the leaves up: a OneOf needs one field whose type has a value, another input object needs it
    /// of all its non-null fields. Each type is taken up again only when one that it needs was found.
    /// </summary>
    private static HashSet<InputObjectType> FiniteInputs(List<InputObjectType> inputs)
    {
        var finite = new HashSet<InputObjectType>();
        var dependents = new Dictionary<InputObjectType, List<InputObjectType>>();
        foreach (var input in inputs)
        {
            foreach (var needed in input.Fields.Select(field => NeededBy(input, field)).OfType<InputObjectType>())
            {
                if (!dependents.TryGetValue(needed, out var list))
                    dependents.Add(needed, list = []);
                list.Add(input);
            }
        }

        var pending = new Queue<InputObjectType>(inputs);
        while (pending.TryDequeue(out var input))
        {
            if (finite.Contains(input) || !HasFiniteValue(input, finite))
                continue;
            finite.Add(input);
            foreach (var dependent in dependents.GetValueOrDefault(input) ?? [])
                pending.Enqueue(dependent);
        }

        return finite;
    }

    private static bool HasFiniteValue(InputObjectType input, HashSet<InputObjectType> finite)
    {
        bool IsFinite(InputValue field) => NeededBy(input, field) is not { } needed || finite.Contains(needed);
        return input.IsOneOf ? input.Fields.IsEmpty || input.Fields.Any(IsFinite) : input.Fields.All(IsFinite);
    }

    private void ReportCycles(InputObjectType input, HashSet<InputObjectType> finite)
    {
        if (!_visitedInputs.Add(input))
            return;
        ValidationContext.GuardStack();
        foreach (var field in input.Fields)
        {
            if (NeededBy(input, field) is not { } needed || finite.Contains(needed))
                continue;
            var start = _requiredPath.FindIndex(step => step.Type == needed);
            _requiredPath.Add((input, field));
            if (needed == input)
                ReportCycle(needed, _requiredPath.Count - 1);
            else if (start >= 0)
                ReportCycle(needed, start);
            else
                ReportCycles(needed, finite);
            _requiredPath.RemoveAt(_requiredPath.Count - 1);
        }
    }

    private void ReportCycle(InputObjectType input, int start)
    {
        var cycle = _requiredPath[start..];
        Report(
            $"No value of \"{input}\" is finite, because it contains itself by {string.Join(", ", cycle.Select(static step => $"{step.Type}.{step.Field.Name}"))}.",
            [.. cycle.Select(static step => (SyntaxNode?)step.Field.SyntaxNode)]);
    }
}
