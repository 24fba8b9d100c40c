using System.Text;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>
/// What subscriptions with equal payloads have in common: the plan (and with it the view) and the variables that do more than say
/// where the subscription begins. Equal keys may share one execution per event.
/// </summary>
public sealed record SubscriptionKey
{
    private SubscriptionKey(OperationPlan plan, string variables)
    {
        Plan = plan;
        Variables = variables;
    }

    internal OperationPlan Plan { get; }

    internal string Variables { get; }

    internal static SubscriptionKey Of(PreparedRequest request)
    {
        var live = LiveVariables.Of(request.Plan);
        var text = new StringBuilder();
        foreach (var variable in request.Plan.Variables)
        {
            if (!live.Contains(variable.Name))
                continue;
            var json = request.Variables.JsonOf(variable.Name);
            text.Append(variable.Name).Append('=').Append(json.ValueKind == JsonValueKind.Undefined ? "" : json.GetRawText()).Append('\n');
        }

        return new SubscriptionKey(request.Plan, text.ToString());
    }

    /// <summary>Finds the variables that an operation uses for anything else than a position argument of its root field.</summary>
    private sealed class LiveVariables(OperationPlan plan)
    {
        private readonly HashSet<string> _live = [];
        private readonly HashSet<string> _visited = [];

        public static HashSet<string> Of(OperationPlan plan)
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
}
