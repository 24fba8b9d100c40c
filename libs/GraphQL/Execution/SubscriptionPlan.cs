using System.Collections.Immutable;
using GraphQL.Authorization;

namespace GraphQL.Execution;

/// <summary>What is known of an operation as a subscription, before any request.</summary>
internal sealed class SubscriptionPlan
{
    public SubscriptionPlan(OperationPlan plan)
    {
        var live = Execution.LiveVariables.Of(plan);
        LiveVariables = [.. plan.Variables.Select(static variable => variable.Name).Where(live.Contains)];
        Document = DocumentHash.Of(plan.Document.Source.Bytes.Span);
        var rule = new SharingRule(plan);
        IsShareable = rule.Allows();
        Field = rule.Root?.Name ?? "";
        AsksToSignIn = rule.AsksToSignIn;
        Visibility = rule.Stream?.Visibility;
        IsReplayable = rule.Stream is { IsReplayable: true };
    }

    /// <summary>The field of the subscription type that it follows.</summary>
    public string Field { get; }

    /// <summary>Of the document's text.</summary>
    public DocumentHash Document { get; }

    /// <summary>The variables that do more than say where the subscription begins, in the order of their definitions.</summary>
    public ImmutableArray<string> LiveVariables { get; }

    /// <summary>Whether subscribers with equal keys may share one stream and one execution per event.</summary>
    public bool IsShareable { get; }

    /// <summary>Whether those who are signed in share with each other only.</summary>
    public bool AsksToSignIn { get; }

    /// <summary>Says which events a subscriber may see; null when everybody may see all.</summary>
    public Func<IServiceProvider, EventVisibility>? Visibility { get; }

    /// <summary>Whether the stream has a history that each subscriber reads for itself before it shares what is live.</summary>
    public bool IsReplayable { get; }
}
