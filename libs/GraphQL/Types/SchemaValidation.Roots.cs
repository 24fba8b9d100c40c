using GraphQL.Language;

namespace GraphQL.Types;

/// <content>Root types and directives.</content>
internal sealed partial class SchemaValidation
{
    private static readonly OperationType[] Operations = [OperationType.Query, OperationType.Mutation, OperationType.Subscription];

    /// <summary>
    /// The query root type must be provided, all root types must be objects, and different ones; section "Root Operation Types".
    /// </summary>
    public void CheckRootTypes()
    {
        foreach (var operation in Operations)
            CheckRootType(operation);

        var roots = Operations.Where(operation => _schema.RootType(operation) is not null);
        foreach (var group in roots.GroupBy(operation => _schema.RootType(operation)!).Where(static group => group.Skip(1).Any()))
        {
            Report(
                $"\"{group.Key}\" is the root type of {string.Join(" and ", group)}; root types must be different.",
                [.. group.Select(operation => RootNode(operation)?.Type)]);
        }
    }

    public void CheckDirectives()
    {
        foreach (var directive in _schema.Directives)
        {
            CheckName(directive.Name, directive.SyntaxNode);
            if (directive.Locations.IsEmpty)
                Report($"The directive \"@{directive.Name}\" may stand nowhere.", directive.SyntaxNode);

            // The place is the whole argument and not its type, as the reference implementation has it.
            foreach (var argument in directive.Arguments)
                CheckArgument($"@{directive.Name}({argument.Name}:)", argument, argument.SyntaxNode);
        }
    }

    private void CheckRootType(OperationType operation)
    {
        if (_schema.RootType(operation) is not null)
            return;
        var node = RootNode(operation);
        var definition = _schema.SyntaxNodes.FirstOrDefault(static schema => !schema.IsExtension);
        if (node is not null)
            Report($"The root type for {operation} must be an object type, not \"{node.Type.Name}\".", node.Type);
        else if (definition is null && _schema.FindType(operation.ToString()) is { } type)
            Report($"The root type for {operation} must be an object type, not \"{type}\".", [.. type.SyntaxNodes.Take(1)]);
        else if (operation == OperationType.Query)
            Report("There must be a root type for Query.", definition);
    }

    private OperationTypeDefinition? RootNode(OperationType operation) =>
        _schema.SyntaxNodes.SelectMany(static node => node.OperationTypes).FirstOrDefault(node => node.Operation == operation);
}
