using System.Buffers;
using GraphQL.Cost;
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
    private ResultWriter _writer = null!;
    private object?[]?[] _arguments;

    /// <summary>For an operation whose variables are coerced.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="types">Types of abstract values.</param>
    /// <param name="services">Services of the request.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="conditions">Those of them that decide about <c>@skip</c> and <c>@include</c>, a bit each.</param>
    /// <param name="event">For a subscription, the value of its root field.</param>
    /// <param name="callerGone">Fires when nobody waits for the response any more.</param>
    public OperationExecution(
        OperationPlan plan,
        RequestExecutorOptions options,
        TypeResolver types,
        IServiceProvider services,
        VariableValues variables,
        ulong conditions,
        object? @event,
        CancellationToken callerGone)
    {
        _plan = plan;
        _options = options;
        _types = types;
        _variables = variables;
        _event = @event;
        _callerGone = callerGone;
        _started = options.TimeProvider.GetTimestamp();
        _arguments = plan.ArgumentSlots == 0 ? [] : new object?[plan.ArgumentSlots][];
        Services = services;
        Conditions = conditions;
        Loaders = new LoaderRegistry(this);
    }

    public IServiceProvider Services { get; }

    /// <summary>What the request costs, for whoever holds the result.</summary>
    public OperationCost? Cost { get; init; }

    public Schema Schema => _plan.Schema;

    /// <summary>Variables that decide about <c>@skip</c> and <c>@include</c>, a bit each.</summary>
    public ulong Conditions { get; }

    public LoaderRegistry Loaders { get; }

    public WorkQueue Queue { get; } = new();

    /// <summary>Runs it to its end. Whoever calls owns the result, and its memory.</summary>
    public async ValueTask<ExecutionResult> RunAsync()
    {
        _levels = ArrayPool<Level>.Shared.Rent(16);
        _writer = new ResultWriter(_options.MaxResponseBytes);
        var data = new Group(parent: null, isNullable: true);
        var isComplete = false;
        try
        {
            await WriteDataAsync(data);
            _writer.ThrowIfTooLarge(data);
            isComplete = true;
        }
        catch (OperationCanceledException) when (IsStopped && !_callerGone.IsCancellationRequested)
        {
            Fail(ExecutionErrors.Timeout(_options.ExecutionTimeout));
        }
        catch (ResponseTooLargeException exception)
        {
            Fail(ExecutionErrors.Limit(exception.Message));
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
        return result;
    }

    /// <summary>
    /// Opens the stream of a subscription, in the stead of running; <see cref="EndAsync"/> must follow when the stream has ended.
    /// </summary>
    public IAsyncEnumerable<object?> Subscribe(FieldPlan field, FieldResolver.Stream stream)
    {
        // There is no loop that could dispatch loaders.
        Queue.Close();
        return stream.Subscribe(new ResolverContext(this, field, parent: null, ArgumentsOf(field), parentPath: null));
    }

    private async ValueTask WriteDataAsync(Group data)
    {
        _base = data;
        _writer.Begin(data);
        var fields = _plan.Root.For(_plan.RootType, Conditions);
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
            Loaders.ClearAll();
            _base = data;
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
