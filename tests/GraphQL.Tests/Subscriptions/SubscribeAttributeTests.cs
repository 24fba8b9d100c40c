using GraphQL.Subscriptions;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Subscriptions;

public sealed class SubscribeAttributeTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(Subscriptions));

    [Fact]
    public void A_topics_message_is_no_argument() => Assert.Equal(
        ["ticked", "greeted(name: String!)", "ordered(tenant: String, kind: Kind!)", "counted(to: Int!)", "failing"],
        ((ObjectType)Schema.FindType("Subscription")!).Fields.Select(static field =>
            field.Name + (field.Arguments.IsEmpty ? "" : $"({string.Join(", ", field.Arguments.Select(static item => $"{item.Name}: {item.Type}"))})")));

    [Theory]
    [InlineData("subscription { ticked { seq } }", "{}", "Ticked", """{"data":{"ticked":{"seq":1}}}""")]
    [InlineData("""subscription { greeted(name: "you") }""", "{}", "greetings", """{"data":{"greeted":"you: Tick { Seq = 1 }"}}""")]
    [InlineData("subscription ($t: String) { ordered(tenant: $t, kind: BIG) { seq } }", """{"t":"a_b"}""", "Order_a%5Fb_Big", """{"data":{"ordered":{"seq":1}}}""")]
    [InlineData("subscription ($t: String) { ordered(tenant: $t, kind: BIG) { seq } }", "{}", "Order_%~_Big", """{"data":{"ordered":{"seq":2}}}""")]
    public async Task The_message_of_a_topic_gives_a_response(string document, string variables, string topic, string response)
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        var responses = Schema.SubscribeAsync(document, variables, hub);
        Assert.Equal(topic, Assert.Single(hub.Topics).Name);
        await hub.SendAsync(topic, new Tick(1));
        await hub.CompleteAsync(topic);
        Assert.Equal([response], await responses);
    }

    [Fact]
    public async Task A_method_may_open_the_topic_itself()
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        var responses = Schema.SubscribeAsync("subscription { counted(to: 3) }", services: hub);
        await hub.SendAsync("Up to 3", 2);
        await hub.CompleteAsync("Up to 3");
        Assert.Equal(["""{"data":{"counted":4}}"""], await responses);
    }

    [Fact]
    public async Task A_resolver_that_fails_fails_its_event_alone()
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        var responses = Schema.SubscribeAsync("subscription { failing }", services: hub);
        await hub.SendAsync("Failing", 1);
        await hub.SendAsync("Failing", 2);
        await hub.CompleteAsync("Failing");
        Assert.Collection(
            await responses,
            static first => Assert.Contains("""path":["failing"],"extensions":{"code":"ODD","coordinate":"Subscription.failing"}}],"data":{"failing":null}}""", first),
            static second => Assert.Equal("""{"data":{"failing":2}}""", second));
    }

    [Fact]
    public async Task Text_that_cannot_be_part_of_a_topic_is_refused()
    {
        var hub = new TopicHub(new InMemoryTopicBroker());
        Assert.Contains(ErrorCodes.LimitExceeded, Assert.Single(await Schema.SubscribeAsync(
            "subscription ($t: String) { ordered(tenant: $t, kind: BIG) { seq } }", $$"""{"t":"{{new string('x', 1_000)}}"}""", hub)));
        Assert.Empty(hub.Topics);
    }

    [Fact]
    public async Task Without_a_provider_the_server_is_at_fault() =>
        Assert.Contains(ErrorCodes.Internal, Assert.Single(await Schema.SubscribeAsync("subscription { ticked { seq } }")));

    [Fact]
    public void What_does_not_fit_is_told_when_the_schema_is_built() => Assert.Collection(
        Built.Problems(typeof(Queries), typeof(Faulty)).Order(StringComparer.Ordinal),
        static problem => Assert.Contains("Faulty.Adjacent: In the topic \"a{x}{y}\"", problem),
        static problem => Assert.Contains("Faulty.Both: It takes its events from Open and from a topic", problem),
        static problem => Assert.Contains("Faulty.List: The topic's placeholder {x} stands for a [Int!]!", problem),
        static problem => Assert.Contains("Faulty.Lost: It takes the messages of a topic; mark", problem),
        static problem => Assert.Contains("Faulty.Stream: [Topic] stands on a method", problem),
        static problem => Assert.Contains("Faulty.Unknown: The topic has a placeholder {x}", problem));

    public enum Kind
    {
        Big,
    }

    public sealed record Tick(int Seq);

    [QueryType]
    private static class Queries
    {
        public static int One => 1;
    }

    [SubscriptionType]
    private static class Subscriptions
    {
        [Subscribe]
        public static Tick Ticked([EventMessage] Tick tick) => tick;

        [Subscribe]
        [Topic("greetings")]
        public static Task<string> Greeted(string name, [EventMessage] Tick tick) => Task.FromResult($"{name}: {tick}");

        [Topic("Order_{tenant}_{kind}")]
        public static Tick Ordered(string? tenant, Kind kind, [EventMessage] Tick tick) => tick with { Seq = tick.Seq + (tenant is null ? 1 : 0) + (int)kind };

        [Subscribe(With = nameof(OpenAsync))]
        public static int Counted([EventMessage] int number) => 2 * number;

        [Subscribe]
        public static int? Failing([EventMessage] int number) =>
            number % 2 == 0 ? number : throw new GraphQLException(new GraphQLError("Odd.") { Code = "ODD" });

        public static ValueTask<ISourceStream<int>> OpenAsync(int to, [Service] ITopicEventReceiver receiver, CancellationToken cancellationToken) =>
            receiver.SubscribeAsync<int>($"Up to {to}", cancellationToken);
    }

    [SubscriptionType]
    private static class Faulty
    {
        [Subscribe]
        public static int Lost(int number) => number;

        [Topic("a{x}")]
        public static int Unknown([EventMessage] int number) => number;

        [Topic("a{x}")]
        public static int List(int[] x, [EventMessage] int number) => number + x.Length;

        [Topic("a{x}{y}")]
        public static int Adjacent(int x, int y, [EventMessage] int number) => number + x + y;

        [Topic("a")]
        public static IAsyncEnumerable<int> Stream() => Open();

        [Topic("a")]
        [Subscribe(With = nameof(Open))]
        public static int Both([EventMessage] int number) => number;

        [GraphQLIgnore]
        public static async IAsyncEnumerable<int> Open()
        {
            await Task.Yield();
            yield return 1;
        }
    }
}
