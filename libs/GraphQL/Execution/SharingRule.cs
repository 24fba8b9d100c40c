using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// Decides whether subscribers may share an operation: only when nothing that it selects can differ from viewer to viewer of one view, or
/// its author says so and no field says otherwise. In doubt nobody shares.
/// </summary>
/// <param name="plan">The operation.</param>
internal sealed class SharingRule(OperationPlan plan)
{
    private readonly HashSet<(SelectionSet Set, NamedType Parent)> _visited = [];

    /// <summary>The root field; null until it has been looked at.</summary>
    public OutputField? Root { get; private set; }

    public FieldResolver.Stream? Stream => Root?.Resolver as FieldResolver.Stream;

    /// <summary>Whether something that may be shared wants callers to be signed in.</summary>
    public bool AsksToSignIn { get; private set; }

    public bool Allows() => Allows(plan.Operation.SelectionSet, plan.RootType)
        && Stream is { } stream && (stream.PositionArguments.Count == 0 || stream.IsReplayable);

    private bool Allows(SelectionSet set, NamedType parent)
    {
        if (!_visited.Add((set, parent)))
            return true;
        foreach (var selection in set.Selections)
        {
            var isAllowed = selection switch
            {
                Field field => Allows(field, parent),
                InlineFragment fragment => Allows(fragment.SelectionSet, Condition(fragment.TypeCondition) ?? parent),
                FragmentSpread spread => plan.FindFragment(spread.Name.Value) is { } fragment
                    && Allows(fragment.SelectionSet, Condition(fragment.TypeCondition) ?? parent),
                _ => false,
            };
            if (!isAllowed)
                return false;
        }

        return true;
    }

    private bool Allows(Field field, NamedType parent)
    {
        if (field.Name.Value == MetaFields.TypeName.Name)
            return true;
        foreach (var type in plan.Schema.PossibleTypes(parent))
        {
            if (type.FindField(field.Name.Value) is not { } definition || !Allows(definition))
                return false;
            if (field.SelectionSet is not null && !Allows(field.SelectionSet, definition.Type.Named))
                return false;
        }

        return true;
    }

    private bool Allows(OutputField field)
    {
        Root ??= field;
        AsksToSignIn |= !field.Authorization.IsEmpty;
        return (Stream?.Sharing, field.Dependence) switch
        {
            (_, ViewerDependence.PerViewer) => false,
            (StreamSharing.Shared, _) => true,
            (StreamSharing.Automatic, ViewerDependence.None) => true,
            (StreamSharing.Automatic, _) => field.Resolver is FieldResolver.Property,
            _ => false,
        };
    }

    private NamedType? Condition(NamedTypeReference? condition) => condition is null ? null : plan.Schema.FindType(condition.Name.Value);
}
