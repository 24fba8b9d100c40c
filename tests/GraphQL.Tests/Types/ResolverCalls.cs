using System.Collections.Immutable;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Tests.Types;

/// <summary>Contexts for calling a resolver without running an operation.</summary>
internal static class ResolverCalls
{
    private static readonly Schema Empty = SchemaFromDocument.Build(Parser.ParseDocument("type Query { a: Int }"));

    public static ResolverContext ContextOf(ObjectType type, string field, object? parent) => ContextOf(type, type.FindField(field)!, parent, Empty);

    /// <summary>A context for a field of a type, with its arguments in the order of their definition.</summary>
    public static ResolverContext ContextOf(ObjectType type, OutputField field, object? parent, Schema schema, params object?[] arguments)
    {
        var document = Parser.ParseDocument("{ __typename }");
        var plan = new OperationPlan(schema, document, (OperationDefinition)document.Definitions[0], new RequestExecutorOptions());
        var execution = new OperationExecution(
            new RequestExecutorOptions(),
            new TypeResolver(schema),
            NoServices.Instance,
            new PreparedRequest { Plan = plan, Variables = VariableValues.None },
            @event: null,
            CancellationToken.None);
        ImmutableArray<SelectedField> nodes = [new SelectedField(new Field { Name = new Name(field.Name) }, Usage: null)];
        var fieldPlan = new FieldPlan(plan, type, field, nodes, isFirst: true, deferring: null);
        return new ResolverContext(execution, fieldPlan, parent, arguments, parentPath: null, scope: null);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
