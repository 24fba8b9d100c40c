using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Claims;
using GraphQL.Authorization;
using GraphQL.Diagnostics;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// One <see cref="RequestExecutor"/> for each view of a schema, so that what a caller's roles do not see does not exist for that caller, in
/// execution, introspection and validation alike. Safe for any number of threads.
/// </summary>
public sealed class RequestExecutors
{
    private readonly RequestExecutorOptions _options;
    private readonly ConcurrentDictionary<SchemaView, RequestExecutor> _executors = new();
    private readonly RequestExecutor? _only;

    /// <summary>With empty caches.</summary>
    /// <param name="schema">The whole schema, every object field of which has a resolver.</param>
    /// <param name="options">Of every executor; null: the defaults.</param>
    /// <exception cref="SchemaBuildException">
    /// Some callers would see no valid schema, or the schema asks for policies that the host does not have.
    /// </exception>
    public RequestExecutors(Schema schema, RequestExecutorOptions? options = null)
    {
        options ??= new RequestExecutorOptions();
        _options = options with { Instruments = ExecutionInstruments.Of(options.MeterFactory) };
        if (options.MeterFactory is { } factory)
            ServerGauges.Observe(factory.Create(new MeterOptions(GraphQLTelemetry.Name)), this, options.Subscriptions);
        Views = new SchemaViews(schema);
        if (Views.Roles.Count == 0)
            _only = new RequestExecutor(schema, _options);
        else
            PolicyNames.Check(schema, _options.Policies);
    }

    /// <summary>The schema as callers see it.</summary>
    public SchemaViews Views { get; }

    /// <summary>How many documents are cached, over all views.</summary>
    public int CachedDocuments => _only?.CachedDocuments ?? _executors.Values.Sum(static executor => executor.CachedDocuments);

    /// <summary>How many bytes of memory they take, by an estimate.</summary>
    public long CachedBytes => _only?.CachedBytes ?? _executors.Values.Sum(static executor => executor.CachedBytes);

    /// <summary>Executes a query or mutation as its <see cref="OperationRequest.User"/> sees the schema.</summary>
    /// <inheritdoc cref="RequestExecutor.ExecuteAsync"/>
    public ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken) =>
        For(request.User) is { } executor
            ? executor.ExecuteAsync(request, cancellationToken)
            : ValueTask.FromResult(Refuse(request));

    /// <summary>Executes an operation of any kind as its <see cref="OperationRequest.User"/> sees the schema.</summary>
    /// <inheritdoc cref="RequestExecutor.StreamAsync"/>
    public IAsyncEnumerable<ExecutionResult> StreamAsync(OperationRequest request, CancellationToken cancellationToken) =>
        For(request.User) is { } executor ? executor.StreamAsync(request, cancellationToken) : RefuseStream(request);

    /// <summary>The executor for a caller; null when the caller sees nothing at all.</summary>
    /// <param name="user">Who asks; its roles decide.</param>
    public RequestExecutor? For(ClaimsPrincipal user)
    {
        if (_only is not null)
            return _only;
        var view = Views.Of(user);
        if (_executors.TryGetValue(view, out var executor))
            return executor;
        if (view.Schema is not { } schema)
            return null;

        // views that are forgotten take their caches with them
        if (_executors.Count > Views.Count)
            _executors.Clear();
        return _executors.GetOrAdd(view, static (_, made) => new RequestExecutor(made.schema, made.options), (schema, options: _options));
    }

    /// <summary>What a caller is told who sees nothing at all.</summary>
    public static GraphQLError Refusal(ClaimsPrincipal user) => AuthorizationErrors.NothingVisible(user);

    private static ExecutionResult Refuse(OperationRequest request) =>
        RequestExecutor.Refuse(ExecutionOutcome.NotAuthorized, operation: null, [Refusal(request.User)]);

#pragma warning disable CS1998 // a stream of one result that is there at once
    private static async IAsyncEnumerable<ExecutionResult> RefuseStream(OperationRequest request)
    {
        yield return Refuse(request);
    }
#pragma warning restore CS1998
}
