namespace GraphQL.Language;

/// <summary>Walks over syntax without recursion, for what need not be as fast as the execution's own walks.</summary>
public static class SyntaxTree
{
    /// <summary>The node and everything inside it, in the order of the text.</summary>
    public static IEnumerable<SyntaxNode> SelfAndDescendants(SyntaxNode root)
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in ChildrenOf(node).Reverse())
                pending.Push(child);
        }
    }

    /// <summary>The nodes directly inside a node, names and descriptions apart.</summary>
    public static IEnumerable<SyntaxNode> ChildrenOf(SyntaxNode node) => node switch
    {
        Document document => document.Definitions,
        OperationDefinition operation => [.. operation.Variables, .. operation.Directives, operation.SelectionSet],
        FragmentDefinition fragment => [.. fragment.Variables, fragment.TypeCondition, .. fragment.Directives, fragment.SelectionSet],
        VariableDefinition variable => [variable.Variable, variable.Type, .. Optional(variable.DefaultValue), .. variable.Directives],
        SelectionSet selections => selections.Selections,
        Field field => [.. field.Arguments, .. field.Directives, .. Optional(field.SelectionSet)],
        FragmentSpread spread => [.. spread.Arguments, .. spread.Directives],
        InlineFragment fragment => [.. Optional(fragment.TypeCondition), .. fragment.Directives, fragment.SelectionSet],
        Argument argument => [argument.Value],
        Directive directive => directive.Arguments,
        ListValue list => list.Items,
        ObjectValue fields => fields.Fields,
        ObjectField field => [field.Value],
        ListTypeReference list => [list.Type],
        NonNullTypeReference nonNull => [nonNull.Type],
        SchemaDefinition schema => [.. schema.Directives, .. schema.OperationTypes],
        OperationTypeDefinition operationType => [operationType.Type],
        ScalarTypeDefinition scalar => scalar.Directives,
        ObjectTypeDefinition type => [.. type.Interfaces, .. type.Directives, .. type.Fields],
        InterfaceTypeDefinition type => [.. type.Interfaces, .. type.Directives, .. type.Fields],
        FieldDefinition field => [.. field.Arguments, field.Type, .. field.Directives],
        InputValueDefinition input => [input.Type, .. Optional(input.DefaultValue), .. input.Directives],
        UnionTypeDefinition union => [.. union.Directives, .. union.Types],
        EnumTypeDefinition type => [.. type.Directives, .. type.Values],
        EnumValueDefinition value => value.Directives,
        InputObjectTypeDefinition input => [.. input.Directives, .. input.Fields],
        DirectiveDefinition directive => directive.Arguments,
        _ => [],
    };

    /// <summary>The directives applied to a node; empty for nodes that take none.</summary>
    public static IReadOnlyList<Directive> DirectivesOf(SyntaxNode node) => node switch
    {
        Definition definition => definition.Directives,
        Selection selection => selection.Directives,
        VariableDefinition variable => variable.Directives,
        FieldDefinition field => field.Directives,
        InputValueDefinition input => input.Directives,
        EnumValueDefinition value => value.Directives,
        _ => [],
    };

    private static IEnumerable<SyntaxNode> Optional(SyntaxNode? node) => node is null ? [] : [node];
}
