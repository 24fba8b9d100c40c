using GraphQL.Execution;

namespace GraphQL.Subscriptions;

/// <summary>A subscription while it is followed.</summary>
public abstract class ActiveSubscription
{
    private protected ActiveSubscription(OperationRequest request, string field, bool isShared)
    {
        Request = request;
        Field = field;
        IsShared = isShared;
    }

    /// <summary>What its client asked for, and on whose behalf.</summary>
    public OperationRequest Request { get; }

    /// <summary>The field of the subscription type that it follows.</summary>
    public string Field { get; }

    /// <summary>Whether it may share its source and executions with equal ones.</summary>
    public bool IsShared { get; }

    /// <summary>How many responses wait for its client.</summary>
    public abstract int Lag { get; }

    /// <summary>Ends it, behind what waits for its client.</summary>
    /// <param name="error">The last thing the client is told; null for nothing.</param>
    public abstract void End(GraphQLError? error = null);
}
