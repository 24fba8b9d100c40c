using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// How often one list is nested within itself, as <c>members { friends { friends { … } } }</c> nests it: each level may multiply the
/// response. Each fragment is looked at once for each type that it stands in.
/// </summary>
internal sealed class ListNesting
{
    private static readonly Dictionary<OutputField, int> None = [];

    private readonly Schema _schema;
    private readonly Dictionary<string, FragmentDefinition> _fragments;
    private readonly Dictionary<string, Dictionary<OutputField, int>> _known = [];

    private ListNesting(Schema schema, Dictionary<string, FragmentDefinition> fragments)
    {
        _schema = schema;
        _fragments = fragments;
    }

    /// <summary>The list that is nested most, and how often it stands within itself; null when there is no list of objects.</summary>
    public static (string Name, int Depth)? Deepest(Schema schema, OperationDefinition operation, Dictionary<string, FragmentDefinition> fragments)
    {
        var counts = new ListNesting(schema, fragments).Measure(operation.SelectionSet, schema.RootType(operation.Operation));
        if (counts.Count == 0)
            return null;
        var (field, depth) = counts.MaxBy(static count => count.Value);
        return (field.Name, depth);
    }

    private Dictionary<OutputField, int> Measure(SelectionSet set, NamedType? parent)
    {
        Dictionary<OutputField, int>? deepest = null;
        foreach (var selection in set.Selections)
        {
            var below = selection switch
            {
                Field { SelectionSet: not null } field => MeasureField(field, parent),
                InlineFragment fragment => Measure(fragment.SelectionSet, TypeOf(fragment.TypeCondition) ?? parent),
                FragmentSpread spread => MeasureFragment(spread.Name.Value),
                _ => None,
            };
            if (below.Count == 0)
                continue;
            deepest ??= [];
            foreach (var (field, depth) in below)
                deepest[field] = Math.Max(depth, deepest.GetValueOrDefault(field));
        }

        return deepest ?? None;
    }

    private Dictionary<OutputField, int> MeasureField(Field node, NamedType? parent)
    {
        var field = parent is null ? null : _schema.FindField(parent, node.Name.Value);
        // introspection has a bound of its own
        if (ReferenceEquals(field, MetaFields.Schema) || ReferenceEquals(field, MetaFields.Type))
            return None;
        var below = Measure(node.SelectionSet!, field?.Type.Named);
        if (field?.Type.NullableType is not ListType)
            return below;
        return new Dictionary<OutputField, int>(below) { [field] = below.GetValueOrDefault(field) + 1 };
    }

    private Dictionary<OutputField, int> MeasureFragment(string name)
    {
        if (_known.TryGetValue(name, out var known))
            return known;
        return _known[name] = _fragments.TryGetValue(name, out var fragment)
            ? Measure(fragment.SelectionSet, TypeOf(fragment.TypeCondition))
            : None;
    }

    private NamedType? TypeOf(NamedTypeReference? condition) => condition is null ? null : _schema.FindType(condition.Name.Value);
}
