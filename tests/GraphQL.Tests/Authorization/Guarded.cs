using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Tests.Types.Building;

namespace GraphQL.Tests.Authorization;

/// <summary>Requests of callers with roles.</summary>
internal static class Guarded
{
    public static ClaimsPrincipal Stranger { get; } = new(new ClaimsIdentity());

    public static ClaimsPrincipal With(params string[] roles) =>
        new(new ClaimsIdentity(roles.Select(static role => new Claim(ClaimTypes.Role, role)).Append(new Claim(ClaimTypes.Name, "ada")), "test"));

    public static OperationRequest Request(string document, ClaimsPrincipal user, string variables = "{}") => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = JsonDocument.Parse(variables).RootElement,
        Services = new Services(),
        User = user,
    };

    public static async Task<string> RunAsync(this RequestExecutors executors, string document, ClaimsPrincipal user, string variables = "{}")
    {
        using var result = await executors.ExecuteAsync(Request(document, user, variables), CancellationToken.None);
        return result.ToString();
    }

    public static async Task<List<string>> FollowAsync(this RequestExecutors executors, string document, ClaimsPrincipal user)
    {
        var responses = new List<string>();
        await foreach (var result in executors.StreamAsync(Request(document, user), CancellationToken.None))
        {
            responses.Add(result.ToString());
            result.Dispose();
        }

        return responses;
    }

    /// <summary>The codes of a response's errors with their paths, such as <c>FORBIDDEN user.mail</c>.</summary>
    public static IEnumerable<string> Errors(string response)
    {
        if (!JsonDocument.Parse(response).RootElement.TryGetProperty("errors", out var errors))
            yield break;
        foreach (var error in errors.EnumerateArray())
        {
            var path = error.TryGetProperty("path", out var steps) ? string.Join('.', steps.EnumerateArray()) : "";
            yield return $"{error.GetProperty("extensions").GetProperty("code").GetString()} {path}".Trim();
        }
    }

    public static RequestExecutors Executors(IPolicyEvaluator? policies, params Type[] types) =>
        new(Built.Schema(types), new RequestExecutorOptions { Policies = policies });
}

/// <summary>Policies by name, which remember what they were asked.</summary>
internal sealed class Policies(params (string Name, Func<PolicyCheck, bool> IsMet)[] policies) : IPolicyEvaluator
{
    public ConcurrentQueue<PolicyCheck> Asked { get; } = [];

    public bool Exists(string policy) => Array.Exists(policies, item => item.Name == policy);

    public async ValueTask<bool> IsMetAsync(PolicyCheck check, CancellationToken cancellationToken)
    {
        Asked.Enqueue(check);
        await Task.Yield();
        return Array.Find(policies, item => item.Name == check.Policy).IsMet(check);
    }
}
