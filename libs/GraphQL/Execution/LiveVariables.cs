using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>Finds the variables that an operation uses for anything else than a position argument of its root field.</summary>
internal sealed class LiveVariables(OperationPlan plan)
{
    private readonly HashSet<string> _live = [];
    private readonly HashSet<string> _visited = [];

    public static IReadOnlySet<string> Of(OperationPlan plan)
    {
        var finder = new LiveVariables(plan);
        finder.Add(plan.Operation.SelectionSet, isRoot: true);
        return finder._live;
    }

    private void Add(SelectionSet set, bool isRoot)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
                AddArguments(directive.Arguments);
            switch (selection)
            {
                case Field field:
                    AddArguments(field.Arguments.Where(argument => !isRoot || !IsPosition(field, argument)));
                    if (field.SelectionSet is not null)
                        Add(field.SelectionSet, isRoot: false);
                    break;
                case InlineFragment fragment:
                    Add(fragment.SelectionSet, isRoot);
                    break;
                case FragmentSpread spread when _visited.Add(spread.Name.Value) && plan.FindFragment(spread.Name.Value) is { } fragment:
                    Add(fragment.SelectionSet, isRoot);
                    break;
            }
        }
    }

    private bool IsPosition(Field field, Argument argument) =>
        plan.RootType.FindField(field.Name.Value)?.Resolver is FieldResolver.Stream stream && stream.PositionArguments.Contains(argument.Name.Value);

    private void AddArguments(IEnumerable<Argument> arguments)
    {
        foreach (var argument in arguments)
            AddVariables(argument.Value);
    }

    private void AddVariables(Value value)
    {
        switch (value)
        {
            case Variable variable:
                _live.Add(variable.Name.Value);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                    AddVariables(item);
                break;
            case ObjectValue @object:
                foreach (var field in @object.Fields)
                    AddVariables(field.Value);
                break;
        }
    }
}
