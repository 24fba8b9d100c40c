using System.Collections.Immutable;

namespace GraphQL.Subscriptions;

/// <summary>Carries messages within this process.</summary>
public sealed class InMemoryTopicBroker : ITopicBroker
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableArray<LocalTopic>> _topics = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken)
    {
        foreach (var topic in Find(topicName))
            await topic.DeliverAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(string topicName, CancellationToken cancellationToken)
    {
        foreach (var topic in Find(topicName))
            await topic.CompleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> AttachAsync(LocalTopic topic, CancellationToken cancellationToken)
    {
        lock (_lock)
            _topics[topic.Name] = _topics.TryGetValue(topic.Name, out var others) ? others.Add(topic) : [topic];
        return ValueTask.FromResult<IAsyncDisposable>(new Attachment(this, topic));
    }

    private ImmutableArray<LocalTopic> Find(string name)
    {
        lock (_lock)
            return _topics.GetValueOrDefault(name, []);
    }

    private void Detach(LocalTopic topic)
    {
        lock (_lock)
        {
            var left = _topics.GetValueOrDefault(topic.Name, []).Remove(topic);
            if (left.IsEmpty)
                _topics.Remove(topic.Name);
            else
                _topics[topic.Name] = left;
        }
    }

    private sealed class Attachment(InMemoryTopicBroker broker, LocalTopic topic) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            broker.Detach(topic);
            return ValueTask.CompletedTask;
        }
    }
}
