using System.Buffers;

namespace GraphQL.Execution;

/// <content>The loop: holes are filled as their resolvers end, and loaders are dispatched when nothing else is left to do.</content>
internal sealed partial class OperationExecution
{
    private readonly CancellationToken _callerGone;
    private readonly long _started;
    private Queue<PendingField>? _backlog;
    private CancellationTokenSource? _stop;
    private CancellationTokenRegistration _callerGoneRegistration;
    private CancellationTokenRegistration _wakeRegistration;
    private int _pending;
    private int _running;
    private int _steps;

    /// <summary>How often loaders were dispatched.</summary>
    public int Waves { get; private set; }

    /// <summary>
    /// Fires when the caller is gone or the time is up; made when somebody asks, because many requests never wait for anything.
    /// </summary>
    public CancellationToken Stopped
    {
        get
        {
            if (_stop is { } made)
                return made.Token;
            lock (_lock)
            {
                if (_stop is not null)
                    return _stop.Token;
                var stop = new CancellationTokenSource(TimeLeft, _options.TimeProvider);
                _wakeRegistration = stop.Token.UnsafeRegister(static queue => ((WorkQueue)queue!).Interrupt(), Queue);
                _callerGoneRegistration = _callerGone.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), stop);
                _stop = stop;
                return stop.Token;
            }
        }
    }

    private bool IsStopped =>
        _stop?.IsCancellationRequested
        ?? (_callerGone.IsCancellationRequested || TimeLeft == TimeSpan.Zero);

    private TimeSpan TimeLeft
    {
        get
        {
            if (_options.ExecutionTimeout == Timeout.InfiniteTimeSpan)
                return Timeout.InfiniteTimeSpan;
            var left = _options.ExecutionTimeout - _options.TimeProvider.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Writes what a resolver gave into the hole it left.</summary>
    public void Settle(PendingField field)
    {
        _running--;
        object? value = null;
        Exception? thrown = null;
        try
        {
            value = field.Result();
        }
        catch (Exception exception)
        {
            // A resolver that ends because the request is stopped says nothing about its field.
            if (!IsOfField(exception))
                throw;
            thrown = exception;
        }

        Fill(field, value, thrown);
        Met(field.Context.Scope);
    }

    /// <summary>One more hole.</summary>
    private void Expect(DeferralScope? scope)
    {
        _pending++;
        if (scope is not null)
            scope.Part.Pending++;
    }

    /// <summary>One hole less.</summary>
    private void Met(DeferralScope? scope)
    {
        _pending--;
        if (scope is not null && --scope.Part.Pending == 0)
            _delivery!.Written(scope.Part);
    }

    /// <summary>Turns the writer to a hole that is to be filled, or filled further.</summary>
    private void TurnTo(Group hole, PathNode? path, DeferralScope? scope)
    {
        _depth = 0;
        _base = hole;
        _basePath = path;
        _scope = scope;
        if (scope is not null)
            _writer = scope.Part.Writer;
    }

    private void Fill(PendingField field, object? value, Exception? thrown)
    {
        if (field.Hole.IsDead)
            return;
        var plan = field.Context.Plan;
        TurnTo(field.Hole, field.Context.ParentPath, field.Context.Scope);
        _writer.Begin(field.Hole);
        var isWhole = thrown is not null ? Failed(plan, plan.Value, index: -1, thrown) : WriteValue(plan, plan.Value, value, index: -1);
        _writer.End();
        if (!isWhole)
            field.Hole.Nullify();
    }

    /// <summary>Starts an asynchronous resolver. Its value is written at once if it is there at once; otherwise it leaves a hole.</summary>
    private bool WriteAsynchronous(FieldPlan field, object? parent)
    {
        object?[] arguments;
        try
        {
            arguments = ArgumentsOf(field);
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            return Failed(field, field.Value, index: -1, exception);
        }

        var context = new ResolverContext(this, field, parent, arguments, CurrentPath(), _scope);
        if (_running >= _options.MaxConcurrentResolvers)
        {
            (_backlog ??= []).Enqueue(AppendHole(context));
            return true;
        }

        ResolverTask task;
        try
        {
            task = Start(context);
            if (task.IsCompleted)
                return WriteValue(field, field.Value, task.Result(), index: -1);
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            return Failed(field, field.Value, index: -1, exception);
        }

        _running++;
        AppendHole(context).Await(task);
        return true;
    }

    private ResolverTask Start(ResolverContext context)
    {
        if (context.Plan.Resolver is not FieldResolver.Asynchronous resolver)
            return new ResolverTask(((FieldResolver.Stream)context.Plan.Resolver!).Resolve!(context, _event));
        return resolver.Begin?.Invoke(context) ?? new ResolverTask(resolver.Invoke(context));
    }

    private PendingField AppendHole(ResolverContext context)
    {
        var hole = new Group(EncloseLevels(), isNullable: !IsNeverNull(context.Plan.Value));
        _writer.AppendHole(hole);
        Expect(_scope);
        return new PendingField(context, hole);
    }

    private async ValueTask SettleAllAsync()
    {
        while (_pending > 0)
        {
            ThrowIfHalted();
            if ((++_steps & 0xf) == 0)
                ThrowIfStopped();
            StartBacklog();
            if (Queue.Take() is { } item)
                item.Settle();
            else if (_pending > 0 && !DispatchLoaders())
                await WaitAsync();
        }

        ThrowIfHalted();
    }

    private async Task WaitAsync()
    {
        var token = Stopped;
        var signal = Queue.WaitAsync();
        token.ThrowIfCancellationRequested();
        await signal;
        token.ThrowIfCancellationRequested();
    }

    private bool DispatchLoaders()
    {
        var loaders = Queue.TakeLoaders();
        if (loaders.Length == 0)
            return false;
        Waves++;
        Observation?.Recorder?.BeginWave();
        foreach (var loader in loaders)
            loader.Dispatch();
        return true;
    }

    private void StartBacklog()
    {
        while (_backlog is { Count: > 0 } && _running < _options.MaxConcurrentResolvers)
        {
            var field = _backlog.Dequeue();
            if (field.Hole.IsDead)
            {
                Met(field.Context.Scope);
                continue;
            }

            _running++;
            ResolverTask task;
            try
            {
                task = Start(field.Context);
            }
            catch (Exception exception)
            {
                task = new ResolverTask(ValueTask.FromException<object?>(exception));
            }

            field.Await(task);
        }
    }

    private void ThrowIfStopped()
    {
        if (IsStopped)
            throw new OperationCanceledException(Stopped);
    }

    /// <summary>Stops what still runs, waits a little for it, and gives back what this execution holds besides the response.</summary>
    public async ValueTask EndAsync()
    {
        if (_running > 0)
        {
            Stop();
            _loaders?.Abort();
            await AwaitRunningAsync();
        }

        if (_sources is not null)
            await CloseSourcesAsync();
        ReleaseParts();
        Queue.Close();
        _callerGoneRegistration.Dispose();
        _wakeRegistration.Dispose();
        _stop?.Dispose();
        if (_levels.Length > 0)
            ArrayPool<Level>.Shared.Return(_levels, clearArray: true);
        _levels = [];
    }

    private void Stop()
    {
        _ = Stopped;
        try
        {
            _stop!.Cancel();
        }
        catch (AggregateException)
        {
            // A resolver's own callback failed; the request is ending with an error anyway.
        }
    }

    private async ValueTask AwaitRunningAsync()
    {
        var began = _options.TimeProvider.GetTimestamp();
        while (_running > 0)
        {
            if (Queue.Take() is { } item)
            {
                if (item.HasRun)
                    _running--;
                item.Abandon();
                continue;
            }

            var left = _options.CancellationGracePeriod - _options.TimeProvider.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                return;
            try
            {
                await Queue.WaitAsync().WaitAsync(left, _options.TimeProvider);
            }
            catch (TimeoutException)
            {
                return;
            }

            foreach (var loader in Queue.TakeLoaders())
                loader.Abort();
        }
    }
}
