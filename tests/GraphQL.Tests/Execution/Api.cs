using System.Text;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Tests.Execution;

/// <summary>A schema from a document, with resolvers by coordinate; fields without one read the parent as a dictionary.</summary>
internal sealed class Api
{
    private readonly Schema _schema;
    private RequestExecutor? _executor;

    public Api(string sdl)
    {
        _schema = SchemaFromDocument.Build(Parser.ParseDocument(sdl));
        foreach (var type in _schema.Types.OfType<ObjectType>().Where(static type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            type.IsTypeOf = value => value is Dictionary<string, object?> members && members.GetValueOrDefault("__typename") as string == type.Name;
            foreach (var field in type.Fields)
                field.Resolver = new FieldResolver.Synchronous(context => (context.Parent as Dictionary<string, object?>)?.GetValueOrDefault(field.Name));
        }
    }

    public RequestExecutorOptions Options { get; set; } = new();

    public RequestExecutor Executor => _executor ??= new RequestExecutor(_schema, Options);

    public Schema Schema => _schema;

    public Api With(string coordinate, Func<ResolverContext, object?> resolve) => With(coordinate, new FieldResolver.Synchronous(resolve));

    public Api WithAsync(string coordinate, Func<ResolverContext, Task<object?>> resolve) =>
        With(coordinate, new FieldResolver.Asynchronous(context => new ValueTask<object?>(resolve(context))));

    public Api With(string coordinate, FieldResolver resolver)
    {
        var parts = coordinate.Split('.');
        ((ObjectType)_schema.FindType(parts[0])!).FindField(parts[1])!.Resolver = resolver;
        return this;
    }

    public async Task<string> RunAsync(string document, string variables = "{}", string? operationName = null)
    {
        using var result = await ExecuteAsync(document, variables, operationName);
        return result.ToString();
    }

    public ValueTask<ExecutionResult> ExecuteAsync(
        string document,
        string variables = "{}",
        string? operationName = null,
        CancellationToken cancellationToken = default) =>
        Executor.ExecuteAsync(Request(document, variables, operationName), cancellationToken);

    public static OperationRequest Request(string document, string variables = "{}", string? operationName = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        OperationName = operationName,
        Variables = JsonDocument.Parse(variables).RootElement,
        Services = NoServices.Instance,
    };

    /// <summary>An object of the schema's types.</summary>
    public static Dictionary<string, object?> Object(params (string Name, object? Value)[] members) =>
        members.ToDictionary(static member => member.Name, static member => member.Value);

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
