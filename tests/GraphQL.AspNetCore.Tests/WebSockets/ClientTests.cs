using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Prerequisites;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>The clients that people use, from npm.</summary>
public sealed class ClientTests
{
    [NodeFact]
    public async Task The_clients_of_both_subprotocols_work_as_their_users_expect()
    {
        await using var host = await SocketHost.StartAsync(
            options =>
            {
                options.WebSockets.Authenticate = static (initialization, _) =>
                {
                    if (!initialization.Payload.TryGetProperty("name", out var name))
                        return ValueTask.FromResult(ConnectionDecision.Reject());
                    initialization.Context.RequestServices.GetRequiredService<Caller>().Name = name.GetString()!;
                    return ValueTask.FromResult(ConnectionDecision.Accept());
                };
                options.PrepareOperation = static (connection, operation) =>
                    operation.RequestServices.GetRequiredService<Caller>().Name = connection.RequestServices.GetRequiredService<Caller>().Name;
            },
            clock: TimeProvider.System);

        var seen = JsonElement.Parse(await NodeScript.RunAsync(
            "clients/use-websocket-clients.mjs", $"ws://{host.Address.Authority}/graphql"));

        Expect("query", """{"results":[{"data":{"hello":"world","caller":"Ada"}}],"completed":true}""");
        Expect("mutation", """{"results":[{"data":{"count":1}}],"completed":true}""");
        Expect("subscription", """{"results":[{"data":{"countTo":1}},{"data":{"countTo":2}},{"data":{"countTo":3}}],"completed":true}""");
        Expect("invalid", $$"""{"results":[],"error":["{{ErrorCodes.ValidationFailed}}"]}""");
        Expect("syntax", $$"""{"results":[],"error":["{{ErrorCodes.SyntaxError}}"]}""");
        Expect("connections", "1");
        Expect("endless", """["xxxxxxxxxx",true]""");
        Expect("many", "50");
        Expect("reconnected", "\"x\"");
        Expect("rejected", """{"results":[],"error":4403}""");
        Expect("legacyQuery", """{"results":[{"data":{"hello":"world","caller":"Bob"}}],"completed":true}""");
        Expect("legacySubscription", """{"results":[{"data":{"countTo":1}},{"data":{"countTo":2}}],"completed":true}""");
        Expect("legacyStopped", "3");
        Expect("legacyInvalid", """{"results":[],"error":true}""");
        Assert.Empty(host.Errors);

        void Expect(string name, string json) => Assert.Equal($"{name}: {json}", $"{name}: {seen.GetProperty(name).GetRawText()}");
    }
}
