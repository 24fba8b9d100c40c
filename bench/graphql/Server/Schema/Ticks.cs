using GraphQL.Subscriptions;
using GraphQL.Types;

namespace GraphQLBenchmark;

public sealed record Tick(int Seq, double SentAt, string Payload);

[SubscriptionType]
public static class TickSubscriptions
{
    [Subscribe, Topic("tick")]
    public static Tick Tick([EventMessage] Tick tick) => tick;
}

[MutationType]
public static class TickMutations
{
    /// <summary>Publishes that many ticks, after the answer has gone.</summary>
    [UseMutationConvention(Disable = true)]
    public static int Burst(int count, int intervalMs, ITopicEventSender sender)
    {
        _ = Task.Run(async () =>
        {
            for (var sequence = 0; sequence < count; sequence++)
            {
                await sender.SendAsync("tick", new Tick(sequence, Clock.Now, "x"));
                await Task.Delay(Math.Max(1, intervalMs));
            }
        });
        return count;
    }
}
