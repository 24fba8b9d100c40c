using System.Buffers;
using System.Text.Json;
using GraphQL.Cost;
using GraphQL.Diagnostics;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// One run of an operation; September 2025, section "Executing Operations". It runs as one logical thread: resolvers may end on any
/// thread, but what they give is written by the loop alone. <c>docs/graphql-internals.md</c> tells how it works as a whole.
/// </summary>
internal sealed partial class OperationExecution
{
    private readonly OperationPlan _plan;
    private readonly RequestExecutorOptions _options;
    private readonly TypeResolver _types;
    private readonly VariableValues _variables;
    private readonly object? _event;
    private readonly ErrorBehavior _onError;
    private ResultWriter _writer = null!;
    private object?[]?[] _arguments;
    private LoaderRegistry? _loaders;

    /// <summary>For an operation whose variables are coerced.</summary>
    /// <param name="options">Bounds.</param>
    /// <param name="types">Types of abstract values.</param>
    /// <param name="services">Services of the request.</param>
    /// <param name="request">Its variables, and how it wants to be answered.</param>
    /// <param name="event">For a subscription, the value of its root field.</param>
    /// <param name="callerGone">Fires when nobody waits for the response any more.</param>
    public OperationExecution(
        RequestExecutorOptions options,
        TypeResolver types,
        IServiceProvider services,
        PreparedRequest request,
        object? @event,
        CancellationToken callerGone)
    {
        var plan = request.Plan;
        _plan = plan;
        _options = options;
        _types = types;
        _variables = request.Variables;
        _onError = request.OnError;
        _event = @event;
        _callerGone = callerGone;
        _started = options.TimeProvider.GetTimestamp();
        _arguments = plan.ArgumentSlots == 0 ? [] : new object?[plan.ArgumentSlots][];
        Services = services;
        Observation = request.Observation;
        Conditions = request.Conditions;
        RequestExtensions = request.Extensions;
        if (request.Incremental == IncrementalDelivery.None)
            return;
        _delivery = new DeliverySchedule(this, request.Incremental);
        _budget = new ResponseBudget(options.MaxResponseBytes);
        _parts = [];
    }

    public IServiceProvider Services { get; }

    /// <summary>What the request costs, for whoever holds the result.</summary>
    public OperationCost? Cost { get; init; }

    /// <summary>Who watches it; null for nobody.</summary>
    public OperationObservation? Observation { get; }

    public Schema Schema => _plan.Schema;

    /// <summary>Variables that decide about <c>@skip</c> and <c>@include</c>, a bit each.</summary>
    public ulong Conditions { get; }

    /// <summary>What the client sent beside its variables; an object, null or undefined.</summary>
    public JsonElement RequestExtensions { get; }

    /// <summary>Made when the first loader is asked for, by whichever thread.</summary>
    public LoaderRegistry Loaders => _loaders ?? Interlocked.CompareExchange(ref _loaders, new LoaderRegistry(this), null) ?? _loaders;

    public WorkQueue Queue { get; } = new();

    /// <summary>
    /// Runs it to its end, or as far as nothing is put off: while <see cref="HasNext"/> is true then, <see cref="RunNextAsync"/> gives the
    /// other parts, and <see cref="EndAsync"/> must follow. Whoever calls owns the result, and its memory.
    /// </summary>
    public async ValueTask<ExecutionResult> RunAsync()
    {
        using var phase = PhaseObservation.Begin(Observation, ProcessingPhase.Execute);
        _levels = ArrayPool<Level>.Shared.Rent(16);
        _writer = new ResultWriter(_options.MaxResponseBytes);
        var data = new Group(parent: null, isNullable: true);
        ResponsePart? first = null;
        var isComplete = false;
        try
        {
            if (_delivery is not null)
                first = new ResponsePart(_writer, data, _errors = new ErrorList());
            await WriteDataAsync(data, first);
            _writer.ThrowIfTooLarge(data);
            isComplete = true;
            if (first is not null)
                _delivery!.Begin(first);
        }
        catch (OperationCanceledException) when (IsStopped && !_callerGone.IsCancellationRequested)
        {
            Fail(ExecutionErrors.Timeout(_options.ExecutionTimeout));
        }
        catch (ResponseTooLargeException exception)
        {
            Fail(ExecutionErrors.Limit(exception.Message));
        }
        catch (ExecutionHaltedException)
        {
            Fail(_halting!);
        }
        catch (GraphQLException exception)
        {
            Fail(exception.Errors[0]);
        }
        catch (Exception exception) when (!_callerGone.IsCancellationRequested)
        {
            Fail(Unexpected(exception));
        }
        finally
        {
            if (!HasNext)
                await EndAsync();
            if (!isComplete && _failure is null)
                _writer.Release();
        }

        if (_failure is not null)
            data.Nullify();
        var result = new ExecutionResult(ExecutionOutcome.Executed, _plan.Operation.Operation, Errors(), _writer, data)
        {
            LoaderWaves = Waves,
            Cost = Cost,
        };
        if (_extensions is not null)
            AddExtensions(result);
        if (HasNext)
            _delivery!.Announce(result);
        return result;
    }

    /// <summary>
    /// Opens the stream of a subscription, in the stead of running; <see cref="EndAsync"/> must follow when the stream has ended.
    /// </summary>
    public IAsyncEnumerable<object?> Subscribe(FieldPlan field, FieldResolver.Stream stream)
    {
        // There is no loop that could dispatch loaders, for a stream may wait for days.
        Queue.AttendBy(AttendLoaders);
        return stream.Subscribe(new ResolverContext(this, field, parent: null, ArgumentsOf(field), parentPath: null, scope: null));
    }

    private async ValueTask WriteDataAsync(Group data, ResponsePart? part)
    {
        _base = data;
        _writer.Begin(data);
        var fields = part is null ? _plan.Root.For(_plan.RootType, Conditions) : BeginRoot(part);
        var scope = _scope;
        if (fields.Length == 0)
            _writer.WriteRaw("{"u8);
        var isWhole = true;
        for (var i = 0; i < fields.Length && isWhole; i++)
        {
            isWhole = WriteField(fields[i], parent: null);
            if (_plan.Operation.Operation != OperationType.Mutation || i + 1 == fields.Length)
                continue;

            // The next change must not begin before this one, and what is read behind it, has ended.
            var interrupted = _writer.Suspend();
            await SettleAllAsync();
            _loaders?.ClearAll();
            TurnTo(data, path: null, scope);
            _writer.Resume(interrupted);
            isWhole &= !data.IsNull;
        }

        _writer.WriteRaw("}"u8);
        _writer.End();
        if (!isWhole)
            data.Nullify();
        await SettleAllAsync();
    }

    private object?[] ArgumentsOf(FieldPlan field)
    {
        var plan = field.Arguments;
        if (plan.Constant is not null)
            return plan.Constant;
        if (plan.Slot >= _arguments.Length)
            Array.Resize(ref _arguments, Math.Max(_plan.ArgumentSlots, plan.Slot + 1));
        return _arguments[plan.Slot] ??= plan.Coerce(_plan, _variables);
    }
}
