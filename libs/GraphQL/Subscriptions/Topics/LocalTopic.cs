using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Subscriptions;

/// <summary>
/// A topic with receivers in this process. All of them get the messages in one order; messages of several senders are delivered one after
/// another.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore that nobody takes the wait handle of holds nothing.")]
public sealed class LocalTopic
{
    private readonly SubscriptionOptions _options;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();

    // replaced as a whole under the hub's lock, read by senders without one.
    private ImmutableArray<TopicReceiver> _receivers = [];
    private Task<IAsyncDisposable>? _attachment;

    internal LocalTopic(string name, Type messageType, SubscriptionOptions options, EventCounters counters)
    {
        Name = name;
        MessageType = messageType;
        _options = options;
        Counters = counters;
    }

    /// <summary>With the prefix of the options.</summary>
    public string Name { get; }

    /// <summary>What receivers take; a message of another type ends their streams with an error.</summary>
    public Type MessageType { get; }

    /// <summary>What came and went, since the topic got its first receiver.</summary>
    public EventCounters Counters { get; }

    /// <summary>How many receive it.</summary>
    public int Receivers => _receivers.Length;

    /// <summary>Messages that wait for the slowest receiver.</summary>
    public int Lag => _receivers.Select(static receiver => receiver.Buffer.Count).DefaultIfEmpty().Max();

    /// <summary>Puts a message into the buffer of every receiver; ends when it is in, or dealt with as the full buffer's mode says.</summary>
    /// <param name="message">Null too is a message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask DeliverAsync(object? message, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Fits(message))
                await DeliverToAllAsync(message, cancellationToken);
            else
                End(new InvalidCastException($"A {message?.GetType().Name ?? "null"} was sent to the topic {Name}, received as {MessageType.Name}."));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the streams of all receivers, each behind what is in its buffer.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        End(error: null);
        _turn.Release();
    }

    /// <summary>Ends the streams of all receivers because the broker cannot carry messages any more.</summary>
    public void Fail(Exception error) => End(error);

    /// <summary>Adds a receiver. The hub calls it in turn with <see cref="Remove"/>.</summary>
    internal void Add(TopicReceiver receiver) => _receivers = _receivers.Add(receiver);

    /// <summary>Removes a receiver; true when it was the last one and the topic is gone.</summary>
    internal bool Remove(TopicReceiver receiver)
    {
        _receivers = _receivers.Remove(receiver);
        return _receivers.IsEmpty;
    }

    /// <summary>Attaches it to the broker, once however many ask.</summary>
    internal Task AttachAsync(ITopicBroker broker)
    {
        // nobody's token: others wait for the same attachment.
        lock (_lock)
            return _attachment ??= broker.AttachAsync(this, CancellationToken.None).AsTask();
    }

    internal async ValueTask DetachAsync()
    {
        if (_attachment is null)
            return;
        try
        {
            await (await _attachment).DisposeAsync();
        }
        catch (Exception)
        {
            // what could not be attached, whoever asked for it was told; what cannot be detached is nobody's concern any more.
        }
    }

    private bool Fits(object? message) => message is null
        ? !MessageType.IsValueType || Nullable.GetUnderlyingType(MessageType) is not null
        : MessageType.IsInstanceOfType(message);

    private async ValueTask DeliverToAllAsync(object? message, CancellationToken cancellationToken)
    {
        List<TopicReceiver>? full = null;
        var receivers = _receivers;
        foreach (var receiver in receivers)
        {
            if (receiver.Buffer.TryAdd(message))
                continue;
            if (receiver.FullMode == TopicBufferFullMode.Wait)
                (full ??= []).Add(receiver);
            else
                Overflow(receiver, message);
        }

        Counters.AddEvent(receivers.Length);
        if (full is null)
            return;
        using var deadline = new CancellationTokenSource(_options.MaxWait, _options.TimeProvider);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        foreach (var receiver in full)
        {
            while (!receiver.Buffer.TryAdd(message))
            {
                try
                {
                    await receiver.Buffer.WaitForRoomAsync().WaitAsync(giveUp.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    Disconnect(receiver);
                }
            }
        }
    }

    private void Overflow(TopicReceiver receiver, object? message)
    {
        if (receiver.FullMode == TopicBufferFullMode.Disconnect)
            Disconnect(receiver);
        else if (receiver.Buffer.AddOverflowing(message, receiver.FullMode))
            Counters.AddDropped();
    }

    private void Disconnect(TopicReceiver receiver)
    {
        Counters.AddDisconnected();
        receiver.Buffer.End(new GraphQLException(SubscriptionErrors.SlowConsumer()));
    }

    private void End(Exception? error)
    {
        foreach (var receiver in _receivers)
            receiver.Buffer.End(error);
    }
}
