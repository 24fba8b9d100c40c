using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>What policies have answered during one execution: each is asked once about each resource.</summary>
internal sealed class PolicyVerdicts(IPolicyEvaluator? policies, ClaimsPrincipal user, IServiceProvider services)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Question, Task<bool>> _verdicts = [];

    public ClaimsPrincipal User { get; } = user;

    /// <summary>True when the policy is met; asked of the host the first time.</summary>
    public ValueTask<bool> IsMetAsync(string policy, object? resource, CancellationToken cancellationToken)
    {
        var question = new Question(policy, resource);
        lock (_lock)
        {
            if (_verdicts.TryGetValue(question, out var known))
                return known.IsCompletedSuccessfully ? new ValueTask<bool>(known.Result) : new ValueTask<bool>(known);
        }

        if (policies is null)
            throw new InvalidOperationException($"Nothing answers the policy {policy}: RequestExecutorOptions.Policies is not set.");
        var asked = policies.IsMetAsync(new PolicyCheck(policy, User, resource, services), cancellationToken).AsTask();
        lock (_lock)
        {
            // two threads may ask at once; the first answer stands
            if (!_verdicts.TryAdd(question, asked))
                asked = _verdicts[question];
        }

        return new ValueTask<bool>(asked);
    }

    /// <summary>Two questions are one when they are about the same object, whatever its class calls equal.</summary>
    private readonly struct Question(string policy, object? resource) : IEquatable<Question>
    {
        private readonly string _policy = policy;
        private readonly object? _resource = resource;

        public bool Equals(Question other) => _policy == other._policy && ReferenceEquals(_resource, other._resource);

        public override bool Equals(object? obj) => obj is Question other && Equals(other);

        public override int GetHashCode() =>
            HashCode.Combine(_policy, _resource is null ? 0 : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_resource));
    }
}
