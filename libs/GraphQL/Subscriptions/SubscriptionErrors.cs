namespace GraphQL.Subscriptions;

/// <summary>What subscribers are told, in one place.</summary>
internal static class SubscriptionErrors
{
    public static GraphQLError SlowConsumer() =>
        new("Events come faster than they are read; subscribe again, and read what was missed.") { Code = ErrorCodes.SlowConsumer };

    public static GraphQLError ShuttingDown() => new("The server shuts down; subscribe again.") { Code = ErrorCodes.ShuttingDown };

    public static GraphQLError TooMany(string what, int most) => new($"There are {most} {what} already; try again later.") { Code = ErrorCodes.LimitExceeded };

    public static GraphQLError TopicTooLong(int most) =>
        new($"The arguments make the name of a topic longer than {most} characters.") { Code = ErrorCodes.LimitExceeded };

    public static GraphQLError BadTopicValue(string argument) =>
        new($"The argument \"{argument}\" has a value that cannot be part of a topic's name.") { Code = ErrorCodes.BadArgument };
}
