using System.Diagnostics;
using System.Runtime.CompilerServices;
using GraphQL.Authorization;
using GraphQL.Diagnostics;
using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <summary>
/// One client's subscription: its buffer, and the stream that the transport reads. What is live comes from a group; between the group's
/// execution and the reader there is nothing but the buffer.
/// </summary>
internal sealed class Subscriber : ActiveSubscription, IAsyncEnumerable<ExecutionResult>, IAsyncEnumerator<ExecutionResult>
{
    private readonly RequestExecutor _executor;
    private readonly PreparedRequest _prepared;
    private EventVisibility? _visibility;
    private CancellationToken _cancellationToken;
    private CancellationTokenRegistration _cancellation;
    private SubscriptionGroup? _group;
    private IAsyncEnumerator<ExecutionResult>? _replay;
    private ExecutionResult? _current;
    private bool _isStarted;
    private bool _isDisposed;

    public Subscriber(RequestExecutor executor, PreparedRequest prepared, OperationRequest request, string field, bool isShared, CancellationToken cancellationToken)
        : base(request, field, isShared)
    {
        _executor = executor;
        _prepared = prepared;
        _cancellationToken = cancellationToken;

        // a source that nobody shares is asked for an event only when there is room for it, so one place is enough.
        Buffer = new EventBuffer<Delivery<ExecutionResult>>(isShared ? executor.Subscriptions.Options.BufferCapacity : 1, Release);
        if (Activity.Current is { } current && ReferenceEquals(current.Source, GraphQLTelemetry.Source))
            Trace = current.Context;
        if (isShared && prepared.Plan.Subscription.IsReplayable)
            Tap = new ReplayTap<ExecutionResult>(Buffer, static result => result.ReleaseShare());
    }

    public EventBuffer<Delivery<ExecutionResult>> Buffer { get; }

    /// <summary>Where the live part of a stream with a history comes in; null for streams without one.</summary>
    public ReplayTap<ExecutionResult>? Tap { get; }

    /// <summary>That of the request that subscribed; none when nobody traced it.</summary>
    public ActivityContext Trace { get; }

    /// <summary>Its place in the group's list; the group's own.</summary>
    public int Index { get; set; }

    /// <summary>Dropped on the way to the group before events that it may not see, and still to be told; the group's own.</summary>
    public long DroppedUntold { get; set; }

    public override int Lag => Buffer.Count;

    /// <summary>Made when it is asked for, so that responses cost nothing more while they wait.</summary>
    public ExecutionResult Current => _current ??= _replay is not null ? _replay.Current : Take();

    /// <summary>Whether it may see an event; asked anew each time, because rights change.</summary>
    public bool MaySee(object? @event)
    {
        if (_visibility is null)
            return true;
        try
        {
            return _visibility(Request.User, @event);
        }
        catch (Exception exception)
        {
            // in doubt it is hidden
            _executor.Unexpected(exception);
            return false;
        }
    }

    public IAsyncEnumerator<ExecutionResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (!_cancellationToken.CanBeCanceled)
            _cancellationToken = cancellationToken;
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (!_isStarted)
            Start();
        ReleaseUntaken();
        return _replay is null ? Buffer.MoveNextAsync() : _replay.MoveNextAsync();
    }

    public override void End(GraphQLError? error = null)
    {
        if (error is null)
            Buffer.End();
        else
            Buffer.EndWith(new Delivery<ExecutionResult>(RequestExecutor.Refuse(error), Position: null));
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _cancellation.DisposeAsync();
        ReleaseUntaken();
        Buffer.Close();
        if (_replay is not null)
            await _replay.DisposeAsync();
        if (_group is not null)
            await _group.LeaveAsync(this);
        _executor.Subscriptions.Remove(this);
    }

    private static void Release(Delivery<ExecutionResult> delivery)
    {
        if (!delivery.IsGap)
            delivery.Item.ReleaseShare();
    }

    private void Start()
    {
        _isStarted = true;
        _cancellation = _cancellationToken.UnsafeRegister(
            static (subscriber, token) => ((Subscriber)subscriber!).Buffer.End(new OperationCanceledException(token)), this);
        if (_executor.Subscriptions.TryAdd(this) is { } refusal)
        {
            End(refusal);
            return;
        }

        try
        {
            _visibility = _prepared.Plan.Subscription.Visibility?.Invoke(Request.Services);
            _group = _executor.Groups.Join(this, _prepared);
        }
        catch (Exception exception)
        {
            // what decides about events could not be made, or an application's own scalar failed the second time it read the variables.
            Buffer.EndWith(new Delivery<ExecutionResult>(_executor.Failed(exception), Position: null));
            return;
        }

        if (_group is null)
            End(SubscriptionErrors.TooMany("groups of subscriptions", _executor.Subscriptions.Options.MaxGroups));
        else if (Tap is not null)
            _replay = ReplayAsync(Tap, _group, _cancellationToken).GetAsyncEnumerator(CancellationToken.None);
    }

    private ExecutionResult Take()
    {
        var delivery = Buffer.Current;
        var handle = delivery.Item.ToHandle();
        if (Buffer.DroppedBefore + delivery.DroppedBefore is > 0 and var dropped)
            handle.Extend("dropped", dropped);
        return handle;
    }

    private void ReleaseUntaken()
    {
        if (_replay is null && _current is null && Buffer.Current.Item is { } untaken)
            untaken.ReleaseShare();
        _current = null;
        Buffer.ForgetCurrent();
    }

    /// <summary>Its own part of the history first, executed for it alone, and then what is live for all.</summary>
    private async IAsyncEnumerable<ExecutionResult> ReplayAsync(
        ReplayTap<ExecutionResult> tap, SubscriptionGroup group, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await group.Attached.WaitAsync(cancellationToken);
        var opening = _executor.Opening(_prepared, Request, services: null, cancellationToken);
        try
        {
            ExecutionResult? failure = null;
            ReplayableStream? source = null;
            try
            {
                source = (ReplayableStream)(object)RequestExecutor.OpenStream(opening, _prepared);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failure = _executor.Failed(exception);
            }

            if (failure is not null)
            {
                yield return failure;
                yield break;
            }

            await using var events = tap.ReadAsync(source!, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
            while (failure is null)
            {
                ExecutionResult result;
                try
                {
                    if (!await events.MoveNextAsync())
                        yield break;
                    if (!events.Current.IsLive && !MaySee(events.Current.Event))
                        continue;
                    result = events.Current.IsLive
                        ? events.Current.Live!.ToHandle()
                        : await _executor.RunEventAsync(_prepared, Request.Services, events.Current.Event, () => Trace == default ? [] : [Trace], cancellationToken);
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    failure = _executor.Failed(exception);
                    break;
                }

                yield return result;
            }

            yield return failure!;
        }
        finally
        {
            await opening.EndAsync();
        }
    }
}
