using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <summary>
/// Subscribers with equal payloads: one source, one execution per event, one response in memory for all of them. A subscriber that shares
/// with nobody is a group of one, whose source is asked for the next event when there is room for it.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Without a timer the source of cancellation holds nothing.")]
internal sealed partial class SubscriptionGroup
{
    private readonly RequestExecutor _executor;
    private readonly PreparedRequest _prepared;
    private readonly SubscriptionKey? _key;
    private readonly EventCounters _counters;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();

    // in no particular order: who leaves gives its place to the last.
    private readonly List<Subscriber> _members = [];
    private bool _isClosed;
    private Task _running = Task.CompletedTask;

    /// <summary>Not started yet.</summary>
    /// <param name="executor">Executes.</param>
    /// <param name="prepared">The operation; for a shared group with memory of its own.</param>
    /// <param name="key">What its members have in common; null for a group of one.</param>
    /// <param name="request">Of the one member; null for a shared group, which acts for nobody.</param>
    public SubscriptionGroup(RequestExecutor executor, PreparedRequest prepared, SubscriptionKey? key, OperationRequest? request)
    {
        _executor = executor;
        _prepared = prepared;
        _key = key;
        _request = request;
        _counters = executor.Subscriptions.CountersOf(prepared.Plan.Subscription.Field);
    }

    /// <summary>Ends once live events can reach the members, or never will.</summary>
    public Task Attached => _attached.Task;

    private bool IsShared => _key is not null;

    private SubscriptionOptions Options => _executor.Subscriptions.Options;

    /// <summary>Adds a subscriber, which gets the events from now on; false when the group has ended.</summary>
    public bool TryJoin(Subscriber subscriber)
    {
        lock (_lock)
        {
            if (_isClosed)
                return false;
            subscriber.Index = _members.Count;
            _members.Add(subscriber);
            return true;
        }
    }

    /// <summary>Removes a subscriber, and stops when it was the last one.</summary>
    public async ValueTask LeaveAsync(Subscriber subscriber)
    {
        lock (_lock)
        {
            var last = _members[^1];
            _members[subscriber.Index] = last;
            last.Index = subscriber.Index;
            _members.RemoveAt(_members.Count - 1);
            if (_members.Count > 0)
                return;
            _isClosed = true;
        }

        Unlist();
        await _stop.CancelAsync();
        if (IsShared)
            return;

        // the source uses services that end with the request.
        try
        {
            await _running.WaitAsync(Options.MaxSourceEnd, Options.TimeProvider);
        }
        catch (TimeoutException)
        {
            // a source that does not listen is left behind.
        }
    }

    /// <summary>Opens the source; on this thread as far as that goes, so that an attached source has missed nothing.</summary>
    public void Start()
    {
        if (IsShared)
        {
            CleanContext.Run(static group => group._running = group.RunAsync(), this);
            return;
        }

        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _running = RunAsync();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private async Task RunAsync()
    {
        ExecutionResult? failure = null;
        try
        {
            await ExecuteAllAsync(_stop.Token);
        }
        catch (Exception exception) when (!_stop.IsCancellationRequested)
        {
            failure = _executor.Failed(exception);
        }
        catch (Exception)
        {
            // it was stopped: nobody is there to be told.
        }

        Unlist();
        Close(failure);
        _attached.TrySetResult();
        _executor.Subscriptions.RemoveGroup();
    }

    /// <summary>True when the one member takes nothing more; members of a shared group leave it soon.</summary>
    private bool IsOver()
    {
        if (IsShared)
            return false;
        lock (_lock)
            return _members is not [var only] || only.Buffer.IsEnded;
    }

    private void Unlist()
    {
        if (_key is not null)
            _executor.Groups.Remove(_key, this);
    }

    private void Close(ExecutionResult? failure)
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var member in CollectionsMarshal.AsSpan(_members))
            {
                if (failure is null)
                {
                    member.Buffer.End();
                    continue;
                }

                failure.Retain();
                member.Buffer.EndWith(new Delivery<ExecutionResult>(failure, Position: null));
            }
        }

        failure?.Dispose();
    }
}
