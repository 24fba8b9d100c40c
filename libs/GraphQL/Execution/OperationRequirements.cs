using System.Collections.Immutable;
using GraphQL.Authorization;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>A place with rules in which a variable stands.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Input">The argument or input field whose value it is.</param>
/// <param name="Coordinate">Of that argument or input field.</param>
/// <param name="IsElement">True when the variable is an element of a list there, which rules of the list as a whole do not concern.</param>
internal sealed record VariableUse(string Variable, InputValue Input, string Coordinate, bool IsElement);

/// <summary>A policy that is asked before an operation runs.</summary>
/// <param name="Rule">What is asked.</param>
/// <param name="Coordinate">Of the field that asks.</param>
/// <param name="Node">Where it is selected.</param>
internal sealed record PolicyUse(AuthorizationRule Rule, string Coordinate, Field Node);

/// <summary>What must hold of a request before an operation is executed, found once per operation; most ask for nothing.</summary>
internal sealed class OperationRequirements
{
    private readonly OperationPlan _plan;
    private readonly HashSet<string> _visited = [];
    private readonly List<VariableUse> _variables = [];
    private readonly List<PolicyUse> _policies = [];

    private OperationRequirements(OperationPlan plan)
    {
        _plan = plan;
        Visit(plan.Operation.SelectionSet, plan.RootType);
        Variables = [.. _variables.Distinct()];
        Policies = [.. _policies.DistinctBy(static use => (use.Rule, use.Coordinate))];
    }

    public ImmutableArray<VariableUse> Variables { get; }

    public ImmutableArray<PolicyUse> Policies { get; }

    public static OperationRequirements Of(OperationPlan plan) => new(plan);

    private void Visit(SelectionSet set, NamedType parent)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case Field field:
                    Visit(field, parent);
                    break;
                case InlineFragment fragment:
                    Visit(fragment.SelectionSet, fragment.TypeCondition is { } condition ? _plan.Schema.FindType(condition.Name.Value)! : parent);
                    break;
                case FragmentSpread spread when _visited.Add(spread.Name.Value) && _plan.FindFragment(spread.Name.Value) is { } fragment:
                    Visit(fragment.SelectionSet, _plan.Schema.FindType(fragment.TypeCondition.Name.Value)!);
                    break;
            }
        }
    }

    private void Visit(Field node, NamedType parent)
    {
        var name = node.Name.Value;
        if (_plan.Schema.FindField(parent, name) is not { } field)
            return;

        // what is executed is the field of an object, which may ask for more than that of its interface
        foreach (var type in _plan.Schema.PossibleTypes(parent))
        {
            if (type.FindField(name) is { } definition)
                Visit(node, definition, $"{type.Name}.{name}");
        }

        if (node.SelectionSet is not null)
            Visit(node.SelectionSet, field.Type.Named);
    }

    private void Visit(Field node, OutputField definition, string coordinate)
    {
        foreach (var rule in definition.Authorization)
        {
            if (rule.Apply == ApplyPolicy.Validation)
                _policies.Add(new PolicyUse(rule, coordinate, node));
        }

        foreach (var argument in node.Arguments)
        {
            if (definition.FindArgument(argument.Name.Value) is { } input)
                Visit(input, argument.Value, $"{coordinate}({input.Name}:)", isElement: false);
        }
    }

    private void Visit(InputValue input, Value value, string coordinate, bool isElement)
    {
        switch (value)
        {
            case Variable variable when !input.Constraints.IsEmpty:
                _variables.Add(new VariableUse(variable.Name.Value, input, coordinate, isElement));
                break;
            case ListValue list:
                foreach (var item in list.Items)
                    Visit(input, item, coordinate, isElement: true);
                break;
            case ObjectValue @object when input.Type.Named is InputObjectType type:
                foreach (var given in @object.Fields)
                {
                    if (type.FindField(given.Name.Value) is { } field)
                        Visit(field, given.Value, $"{type.Name}.{field.Name}", isElement: false);
                }

                break;
        }
    }
}
