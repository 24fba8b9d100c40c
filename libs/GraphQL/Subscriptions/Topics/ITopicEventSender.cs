namespace GraphQL.Subscriptions;

/// <summary>Sends messages to whoever receives a topic.</summary>
public interface ITopicEventSender
{
    /// <summary>
    /// Sends a message to all that receive the topic now. Ends when each receiver has it in its buffer, or was dealt with as its
    /// <see cref="TopicBufferFullMode"/> says.
    /// </summary>
    /// <param name="topicName">The topic; <see cref="Topic.Name"/> makes names of values that may hold any text.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up; some receivers may have the message by then.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Ends the streams of all that receive the topic now, each behind what is in its buffer.</summary>
    /// <param name="topicName">The topic.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    ValueTask CompleteAsync(string topicName);
}
