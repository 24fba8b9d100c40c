using GraphQL.Subscriptions;

namespace GraphQL.Tests.Subscriptions;

public sealed class InMemoryTopicBrokerTests : TopicBrokerCompliance
{
    protected override ITopicBroker Broker { get; } = new InMemoryTopicBroker();
}
