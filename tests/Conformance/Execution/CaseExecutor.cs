using System.Text;
using System.Text.Json;
using GraphQL.Cost;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace Conformance.Execution;

/// <summary>Executes cases with our executor: resolvers read the same data as those of <c>execute.mjs</c>.</summary>
internal sealed class CaseExecutor : IServiceProvider
{
    private readonly ExecutionCase _case;
    private readonly RequestExecutor _executor;

    public CaseExecutor(ExecutionCase item)
    {
        _case = item;
        var schema = SchemaFromDocument.Build(Parser.ParseDocument(item.Sdl));
        foreach (var type in schema.Types.OfType<ObjectType>().Where(static type => !type.Name.StartsWith('_')))
        {
            type.IsTypeOf = value => value is DataObject instance && instance.Type == type.Name;
            foreach (var field in type.Fields)
                field.Resolver = ResolverOf(field);
        }

        // Our own bounds are no part of the comparison.
        _executor = new RequestExecutor(schema, new RequestExecutorOptions
        {
            MaxErrors = 100_000,
            MaxAliases = 100_000,
            MaxFields = 1_000_000,
            MaxDeferredParts = 1_000_000,
            MaxDirectives = 1_000_000,
            MaxListRecursion = 1_000,
            Cost = new CostOptions { Enforce = false, MaxPricingSteps = int.MaxValue },
        });
    }

    public async Task<JsonElement> ExecuteAsync()
    {
        using var result = await _executor.ExecuteAsync(Request(IncrementalDelivery.None), CancellationToken.None);
        return JsonSerializer.Deserialize<JsonElement>(result.ToArray());
    }

    /// <summary>All results, in order.</summary>
    public async Task<IReadOnlyList<JsonElement>> StreamAsync(IncrementalDelivery form)
    {
        var results = new List<JsonElement>();
        await foreach (var result in _executor.StreamAsync(Request(form), CancellationToken.None))
        {
            using (result)
                results.Add(JsonSerializer.Deserialize<JsonElement>(result.ToArray()));
        }

        return results;
    }

    private OperationRequest Request(IncrementalDelivery form) => new()
    {
        Document = Encoding.UTF8.GetBytes(_case.Document),
        Variables = JsonSerializer.SerializeToElement(_case.Variables),
        Services = this,
        Incremental = form,
    };

    object? IServiceProvider.GetService(Type serviceType) => null;

    private FieldResolver ResolverOf(OutputField field)
    {
        if (field.Name == "echo")
            return new FieldResolver.Synchronous(Echo);

        // Which fields take their time depends on the object, so all of them may.
        return _case.IsSynchronous
            ? new FieldResolver.Synchronous(context => Value(FieldOf(context)))
            : new FieldResolver.Asynchronous(context => ResolveAsync(context));
    }

    private async ValueTask<object?> ResolveAsync(ResolverContext context)
    {
        var field = FieldOf(context);
        if (field.Mode == "task")
            await Task.Yield();
        else if (field.Mode == "loader")
            field = (await context.Loader<FieldLoader>().LoadAsync(field))!;
        return field is { Mode: "stream", Throws: false, Value.ValueKind: JsonValueKind.Array } ? StreamAsync(field.Value) : Value(field);
    }

    private async IAsyncEnumerable<object?> StreamAsync(JsonElement elements)
    {
        foreach (var element in elements.EnumerateArray())
        {
            await Task.Yield();
            yield return Value(element);
        }
    }

    private DataField FieldOf(ResolverContext context) => ((DataObject?)context.Parent ?? _case.Objects["Query0"]).Fields[context.Field.Name];

    private object? Value(DataField field) => field.Throws ? throw new InvalidOperationException("thrown") : Value(field.Value);

    private object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.Object => json.TryGetProperty("ref", out var reference)
            ? _case.Objects[reference.GetString()!]
            : new DataObject(json.GetProperty("type").GetString()!, []),
        _ => null,
    };

    private static string Echo(ResolverContext context) => JsonSerializer.Serialize(
        context.Field.Arguments.Where(argument => context.HasArgument(argument.Name))
            .ToDictionary(static argument => argument.Name, argument => context.Argument(argument.Name)));

    /// <summary>Gives back what it is asked for, in batches.</summary>
    private sealed class FieldLoader : DataLoader<DataField, DataField>
    {
        protected override Task<IReadOnlyDictionary<DataField, DataField>> LoadBatchAsync(IReadOnlyList<DataField> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<DataField, DataField>>(keys.ToDictionary(static key => key));
    }
}
