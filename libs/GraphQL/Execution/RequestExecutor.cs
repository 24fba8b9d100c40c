using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GraphQL.Authorization;
using GraphQL.Cost;
using GraphQL.Diagnostics;
using GraphQL.Language;
using GraphQL.Subscriptions;
using GraphQL.Types;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>
/// Executes requests on one schema: one view of an API, if there are several. Safe for any number of threads; make one and keep it, for
/// its caches are what makes it fast.
/// </summary>
public sealed partial class RequestExecutor
{
    private const string CostExtension = "operationCost";

    private readonly RequestExecutorOptions _options;
    private readonly DocumentCache _documents;
    private readonly TypeResolver _types;
    private readonly ExecutionInstruments _instruments;

    /// <summary>With empty caches.</summary>
    /// <param name="schema">A valid schema, every object field of which has a resolver.</param>
    /// <param name="options">Null: the defaults.</param>
    public RequestExecutor(Schema schema, RequestExecutorOptions? options = null)
    {
        Schema = schema;
        _options = options ?? new RequestExecutorOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.DocumentCacheSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxConcurrentResolvers, 1, nameof(options));
        if (_options.Parser.FragmentArguments)
            throw new ArgumentException("Documents with arguments of fragments can be validated, but not executed.", nameof(options));
        if (schema.Whole is null)
        {
            PolicyNames.Check(schema, _options.Policies);
            if (SchemaViews.HasGuardedInputs(schema))
                throw new ArgumentException("Some arguments or input fields are for certain roles only; use RequestExecutors, which make views.", nameof(schema));
        }

        _documents = new DocumentCache(_options.DocumentCacheSize, _options.DocumentCacheBytes);
        _types = new TypeResolver(schema);
        _instruments = _options.Instruments ?? ExecutionInstruments.Of(_options.MeterFactory);
        Subscriptions = _options.Subscriptions ?? new ActiveSubscriptions();
        Groups = new SubscriptionGroups(this);
    }

    /// <summary>What it executes on.</summary>
    public Schema Schema { get; }

    /// <summary>The subscriptions that are followed, of this view and perhaps others.</summary>
    public ActiveSubscriptions Subscriptions { get; }

    internal SubscriptionGroups Groups { get; }

    /// <summary>How many documents are cached.</summary>
    public int CachedDocuments => _documents.Count;

    /// <summary>How many bytes of memory they take, by an estimate.</summary>
    public long CachedBytes => _documents.Bytes;

    /// <summary>Executes a query or mutation to its end. Whatever is wrong with the request is in the result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Fires when nobody waits for the result any more.</param>
    /// <exception cref="OperationCanceledException">The token has fired.</exception>
    public ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return IsObserved(request)
            ? ExecuteObservedAsync(request, cancellationToken)
            : Execute(request, observation: null, cancellationToken);
    }

    private ValueTask<ExecutionResult> Execute(OperationRequest request, OperationObservation? observation, CancellationToken cancellationToken)
    {
        if (Prepare(request, isSubscribing: false, observation, out var prepared) is { } refusal)
            return ValueTask.FromResult(refusal);
        return prepared.Plan.Requirements.Policies.IsEmpty
            ? RunAsync(prepared, request.Services, @event: null, cancellationToken)
            : RunWhenAdmittedAsync(prepared, request.Services, cancellationToken);
    }

    /// <summary>
    /// Executes an operation of any kind. A query or mutation gives one result, and further parts when the request asks for
    /// <see cref="OperationRequest.Incremental"/> delivery and its document puts something off; a subscription gives one result per
    /// event. Every result belongs to the reader, who disposes it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public IAsyncEnumerable<ExecutionResult> StreamAsync(OperationRequest request, CancellationToken cancellationToken) =>
        IsObserved(request)
            ? StreamObservedAsync(request, isSubscribing: null, cancellationToken)
            : Stream(request, isSubscribing: null, observation: null, cancellationToken);

    private IAsyncEnumerable<ExecutionResult> Stream(
        OperationRequest request, bool? isSubscribing, OperationObservation? observation, CancellationToken cancellationToken)
    {
        if (Prepare(request, isSubscribing, observation, out var prepared) is { } refusal)
            return Single(refusal);
        return prepared.Plan.Operation.Operation == OperationType.Subscription
            ? Subscribe(prepared, request, cancellationToken)
            : RunStreamAsync(prepared with { Incremental = PutsOff(prepared, request) ? request.Incremental : IncrementalDelivery.None }, request, cancellationToken);
    }

    private async IAsyncEnumerable<ExecutionResult> RunStreamAsync(
        PreparedRequest prepared, OperationRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (prepared.Incremental == IncrementalDelivery.None)
        {
            yield return await RunWhenAdmittedAsync(prepared, request.Services, cancellationToken);
            yield break;
        }

        if (await RefuseAsync(prepared, request.Services, cancellationToken) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        await foreach (var result in DeliverAsync(prepared, request.Services, cancellationToken))
            yield return result;
    }

    internal ValueTask<ExecutionResult> RunAsync(
        PreparedRequest prepared, IServiceProvider services, object? @event, CancellationToken cancellationToken)
    {
        var execution = Begin(prepared, services, @event, cancellationToken);

        // Waves depend on tasks continuing where loaders complete them, which a synchronisation context would prevent.
        return SynchronizationContext.Current is null
            ? execution.RunAsync()
            : new ValueTask<ExecutionResult>(Task.Run(() => execution.RunAsync().AsTask(), CancellationToken.None));
    }

    private OperationExecution Begin(PreparedRequest prepared, IServiceProvider services, object? @event, CancellationToken cancellationToken)
    {
        var execution = new OperationExecution(_options, _types, services, prepared, @event, cancellationToken)
        {
            User = prepared.User,
            Cost = prepared.Cost,
        };
        if (prepared.Mode == CostMode.Report)
            execution.Extend(CostExtension, prepared.Cost.ToExtension());
        return execution;
    }

    /// <summary>Takes a request as far as it goes before execution.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isSubscribing">Whether only a subscription will do, or only another operation; null for any.</param>
    /// <param name="observation">Who watches; null for nobody.</param>
    /// <param name="prepared">What can be executed.</param>
    /// <returns>The answer to a request that cannot be executed; null for one that can.</returns>
    private ExecutionResult? Prepare(OperationRequest request, bool? isSubscribing, OperationObservation? observation, out PreparedRequest prepared)
    {
        prepared = default;
        PreparedDocument document;
        try
        {
            document = Find(request, observation);
        }
        catch (GraphQLException exception)
        {
            var isSyntax = exception.Errors[0].Code == ErrorCodes.SyntaxError;
            return Refuse(isSyntax ? ExecutionOutcome.SyntaxError : ExecutionOutcome.ValidationError, operation: null, exception.Errors);
        }

        if (!document.Errors.IsEmpty)
            return Refuse(ExecutionOutcome.ValidationError, operation: null, document.Errors);
        if (document.Find(request.OperationName) is not { } operation)
        {
            var error = ExecutionErrors.OperationNotFound(request.OperationName, document.Operations);
            return Refuse(ExecutionOutcome.OperationNotFound, operation: null, [error]);
        }

        observation?.Identify(operation);
        var isSubscription = operation.Operation == OperationType.Subscription;
        if (!request.Allows(operation.Operation) || (isSubscribing ?? isSubscription) != isSubscription)
            return Refuse(ExecutionOutcome.OperationNotAllowed, operation.Operation, [ExecutionErrors.NotAllowed(operation.Operation)]);

        return Prepare(request, document.Plan(Schema, operation, _options), observation, out prepared);
    }

    private ExecutionResult? Prepare(OperationRequest request, OperationPlan plan, OperationObservation? observation, out PreparedRequest prepared)
    {
        prepared = default;
        var operation = plan.Operation;
        if (plan.Refusal is not null)
            return Refuse(ExecutionOutcome.ValidationError, operation.Operation, [plan.Refusal]);
        if (plan.Introspects && !(request.AllowIntrospection ?? _options.AllowIntrospection))
            return Refuse(ExecutionOutcome.ValidationError, operation.Operation, [ExecutionErrors.IntrospectionDisabled()]);
        var context = request.Files.Count == 0 ? CoercionContext.Empty : new CoercionContext { Files = request.Files };
        try
        {
            if (Coerce(plan, request, context, observation, out var errors) is not { } variables)
                return Refuse(ExecutionOutcome.VariableError, operation.Operation, errors);
            if (ConditionsOf(plan, variables, out var conditions) is { } missing)
                return Refuse(ExecutionOutcome.VariableError, operation.Operation, [missing]);
            var cost = plan.Cost.Price(variables, conditions, out errors);
            var onError = request.OnError ?? _options.DefaultErrorBehavior;
            prepared = new PreparedRequest(
                plan, variables, conditions, request.Extensions, request.User, cost, request.Cost, onError, IncrementalDelivery.None)
            {
                Observation = observation,
            };
            observation?.Prepare(prepared);
            if (errors.IsEmpty && request.Plan == PlanMode.Only)
                return Planned(prepared);
            if (errors.IsEmpty && request.Cost != CostMode.Validate)
                return null;
            return Priced(errors.IsEmpty ? ExecutionOutcome.Priced : ExecutionOutcome.CostExceeded, prepared, errors);
        }
        catch (GraphQLException exception)
        {
            return Refuse(ExecutionOutcome.VariableError, operation.Operation, exception.Errors);
        }
        catch (Exception exception)
        {
            // An application's own scalar or input class failed in a way it did not foresee.
            return Refuse(ExecutionOutcome.VariableError, operation.Operation, [Unexpected(exception)]);
        }
    }

    private PreparedDocument Find(OperationRequest request, OperationObservation? observation)
    {
        // a span tells the hash in any case
        if (observation is not { HasSpan: true } && _documents.TryGet(request.Document.Span, out var document))
        {
            observation?.LookedUp(isHit: true);
            return document;
        }

        var hash = request.Hash ?? DocumentHash.Of(request.Document.Span);
        observation?.Describe(hash, request.Document);
        var isHit = _documents.TryGet(hash, out document);
        observation?.LookedUp(isHit);
        if (document is not null)
            return document;
        document = Prepare(request.Document, observation);
        _documents.Add(hash, document);
        return document;
    }

    private static VariableValues? Coerce(
        OperationPlan plan, OperationRequest request, CoercionContext context, OperationObservation? observation, out ImmutableArray<GraphQLError> errors)
    {
        if (observation is null || plan.Variables.IsEmpty)
            return VariableCoercion.Coerce(plan, request.Variables, context, out errors);
        using var phase = PhaseObservation.Begin(observation, ProcessingPhase.Coerce);
        var variables = VariableCoercion.Coerce(plan, request.Variables, context, out errors);
        phase.Fail(errors);
        return variables;
    }

    private PreparedDocument Prepare(ReadOnlyMemory<byte> text, OperationObservation? observation)
    {
        var document = Parse(text, observation);
        using var phase = PhaseObservation.Begin(observation, ProcessingPhase.Validate);
        var errors = DocumentValidator.Validate(Schema, document, _options.Validation);
        phase.Fail(errors);
        return new PreparedDocument(document, errors);
    }

    private Document Parse(ReadOnlyMemory<byte> text, OperationObservation? observation)
    {
        using var phase = PhaseObservation.Begin(observation, ProcessingPhase.Parse);
        try
        {
            // The transport takes its memory back, and the document stays.
            return Parser.ParseDocument(text.ToArray(), _options.Parser);
        }
        catch (GraphQLException exception)
        {
            phase.Fail(exception.Errors);
            throw;
        }
    }

    private static GraphQLError? ConditionsOf(OperationPlan plan, VariableValues variables, out ulong conditions)
    {
        conditions = 0;
        for (var i = 0; i < plan.ConditionVariables.Length; i++)
        {
            var name = plan.ConditionVariables[i];

            // Only @defer and @stream can do without a value, and are on then.
            var value = variables[name];
            if (ReferenceEquals(value, VariableValues.Absent))
                value = true;
            if (value is not bool isTrue)
                return ExecutionErrors.MissingCondition(name);
            if (isTrue)
                conditions |= 1UL << i;
        }

        return null;
    }

    internal static ExecutionResult Refuse(ExecutionOutcome outcome, OperationType? operation, ImmutableArray<GraphQLError> errors) =>
        new(outcome, operation, errors, new ResultWriter(long.MaxValue), data: null);

    /// <summary>The answer to a request that is not executed because of its cost, or because it only asks for it.</summary>
    private static ExecutionResult Priced(ExecutionOutcome outcome, PreparedRequest prepared, ImmutableArray<GraphQLError> errors)
    {
        var result = new ExecutionResult(outcome, prepared.Plan.Operation.Operation, errors, new ResultWriter(long.MaxValue), data: null)
        {
            Cost = prepared.Cost,
        };
        if (prepared.Mode != CostMode.None)
            result.Extend(CostExtension, prepared.Cost.ToExtension());
        return result;
    }

    internal GraphQLError Unexpected(Exception exception)
    {
        var error = ExecutionErrors.Unexpected(exception, _options.IncludeExceptionDetail);
        _options.OnUnexpectedException?.Invoke(error);
        return error;
    }
}
