using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.AspNetCore.Tests.WebSockets;
using GraphQL.Diagnostics;

namespace GraphQL.AspNetCore.Tests.Diagnostics;

/// <summary>How traces go on from the client through the server into operations.</summary>
public sealed class TraceTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivitySpanId _client = ActivitySpanId.CreateRandom();

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is GraphQLTelemetry.Name or "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private string TraceParent => $"00-{_trace}-{_client}-01";

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task The_trace_of_a_client_goes_on_in_the_operation()
    {
        await using var host = await GraphQLHost.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"query Greeting { later }"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("traceparent", TraceParent);
        using var response = await host.Client.SendAsync(request);

        await GraphQLHost.EventuallyAsync(() => OfTrace("Microsoft.AspNetCore").Count == 1, "the server's span ends");
        var server = Assert.Single(OfTrace("Microsoft.AspNetCore"));
        Assert.Equal(_client, server.ParentSpanId);
        var operation = Assert.Single(OfTrace(GraphQLTelemetry.Name), static span => span.DisplayName == "query");
        Assert.Equal(server.SpanId, operation.ParentSpanId);
        Assert.Equal("Greeting", operation.GetTagItem("graphql.operation.name"));
    }

    [Fact]
    public async Task An_operation_of_a_socket_is_linked_to_the_trace_of_its_connection()
    {
        await using var host = await SocketHost.StartAsync();
        using var socket = await host.OpenAsync(TestSocket.TransportWs, ("traceparent", TraceParent));
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ExpectAsync("""{"type":"connection_ack"}""");
        await socket.SendAsync("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}""");
        Assert.Equal("next", (await socket.ReceiveJsonAsync()).GetProperty("type").GetString());
        Assert.Equal("complete", (await socket.ReceiveJsonAsync()).GetProperty("type").GetString());

        var operation = Assert.Single(_spans, span => span.Links.Any(link => link.Context.TraceId == _trace));
        Assert.Equal("query", operation.DisplayName);
        Assert.NotEqual(_trace, operation.TraceId);
        Assert.Equal(default, operation.ParentSpanId);
    }

    private List<Activity> OfTrace(string source) => [.. _spans.Where(span => span.TraceId == _trace && span.Source.Name == source)];
}
