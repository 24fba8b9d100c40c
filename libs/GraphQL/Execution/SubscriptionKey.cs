using System.Text;
using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>
/// What subscriptions of one view with equal payloads have in common: the document, its operation, and the variables that do more than say
/// where the subscription begins. Equal keys may share one execution per event.
/// </summary>
public sealed record SubscriptionKey
{
    private SubscriptionKey(DocumentHash document, string? operationName, string variables, ErrorBehavior onError, bool isSignedIn)
    {
        Document = document;
        OperationName = operationName;
        Variables = variables;
        OnError = onError;
        IsSignedIn = isSignedIn;
    }

    // not the plan itself: a document that left the cache and came back has another.
    internal DocumentHash Document { get; }

    internal string? OperationName { get; }

    internal string Variables { get; }

    internal ErrorBehavior OnError { get; }

    /// <summary>False where it makes no difference.</summary>
    internal bool IsSignedIn { get; }

    internal static SubscriptionKey Of(PreparedRequest request)
    {
        var plan = request.Plan.Subscription;
        var text = new StringBuilder();
        foreach (var variable in plan.LiveVariables)
        {
            var json = request.Variables.JsonOf(variable);
            text.Append(variable).Append('=').Append(json.ValueKind == JsonValueKind.Undefined ? "" : json.GetRawText()).Append('\n');
        }

        return new SubscriptionKey(plan.Document, request.Plan.Operation.Name?.Value, text.ToString(), request.OnError, IsOfSignedIn(request));
    }

    /// <summary>Whether the subscription is one that those who are signed in share.</summary>
    internal static bool IsOfSignedIn(PreparedRequest request) =>
        request.Plan.Subscription.AsksToSignIn && request.User.Identity is { IsAuthenticated: true };
}
