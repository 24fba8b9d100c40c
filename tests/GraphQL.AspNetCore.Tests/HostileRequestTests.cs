using System.Net.Sockets;
using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GraphQL.AspNetCore.Tests;

public sealed class HostileRequestTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_body_that_announces_too_much_is_refused_before_it_is_sent()
    {
        await using var connection = await shared.Host.ConnectAsync();

        await connection.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2000000000\r\n\r\n"u8.ToArray());

        Assert.StartsWith("HTTP/1.1 413 ", await ReadAsync(connection));
    }

    [Fact]
    public async Task A_body_that_announces_nothing_is_read_up_to_the_limit()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.MaxRequestBytes = 10_000);
        await using var connection = await host.ConnectAsync();
        await connection.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        var chunk = Encoding.ASCII.GetBytes($"400\r\n{new string(' ', 0x400)}\r\n");

        for (var i = 0; i < 12; i++)
            await connection.WriteAsync(chunk);

        var answer = await ReadAsync(connection);
        Assert.StartsWith("HTTP/1.1 413 ", answer);
        Assert.Contains("LIMIT_EXCEEDED", answer);
    }

    [Theory]
    [InlineData(10_000, 200)]
    [InlineData(10_001, 413)]
    public async Task The_limit_holds_to_the_byte(int length, int status)
    {
        await using var host = await GraphQLHost.StartAsync(options => options.MaxRequestBytes = 10_000);

        var answer = await host.Client.PostAsync("""{"query":"{ hello }"}""".PadRight(length));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_large_request_within_the_limit_is_read_whole()
    {
        var name = new string('x', 900_000);

        var answer = await shared.Host.Client.PostAsync(
            $$$"""{"query":"query ($n: String) { hello(name: $n) }","variables":{"n":"{{{name}}}"}}""");

        Assert.Equal(name, answer.Json.GetProperty("data").GetProperty("hello").GetString());
    }

    [Theory]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"a\":", "}}")]
    [InlineData("{\"query\":\"{ hello }\",\"unknown\":{\"a\":", "}}")]
    public async Task Deep_json_is_refused(string start, string end)
    {
        var body = start + new string('[', 400_000) + new string(']', 400_000) + end;

        var answer = await shared.Host.Client.PostAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Contains("depth", answer.Message);
    }

    [Fact]
    public async Task A_client_that_stops_sending_is_given_up()
    {
        await using var host = await GraphQLHost.StartAsync(
            configureServer: server => server.Limits.MinRequestBodyDataRate = new MinDataRate(1000, TimeSpan.FromSeconds(1.1)));
        await using var connection = await host.ConnectAsync();

        await connection.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"u8.ToArray());

        Assert.StartsWith("HTTP/1.1 408 ", await ReadAsync(connection));
    }

    [Fact]
    public async Task A_client_that_goes_away_does_no_harm()
    {
        for (var i = 0; i < 20; i++)
        {
            await using var connection = await shared.Host.ConnectAsync();
            await connection.WriteAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"u8.ToArray());
        }

        var answer = await shared.Host.Client.PostAsync("""{"query":"{ hello }"}""");
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task A_failing_resolver_tells_nothing_of_its_exception()
    {
        var answer = await shared.Host.Client.PostAsync("""{"query":"{ fail }"}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("INTERNAL_SERVER_ERROR", answer.Code);
        Assert.DoesNotContain(TestSchema.Secret, answer.Text);
    }

    [Fact]
    public async Task Requests_at_once_do_not_mix()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var answer = await shared.Host.Client.PostAsync(
                $$$"""{"query":"query ($n: String) {\n a: hello(name: $n)\n b: later(name: $n) }","variables":{"n":"{{{i}}}"}}""");

            Assert.Equal($$$"""{"data":{"a":"{{{i}}}","b":"{{{i}}}"}}""", answer.Text);
        });
    }

    /// <summary>What the server says until it falls silent or hangs up.</summary>
    private static async Task<string> ReadAsync(NetworkStream connection)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!text.ToString().Contains("\r\n\r\n{", StringComparison.Ordinal) || !text.ToString().EndsWith('}'))
            {
                var read = await connection.ReadAsync(buffer, patience.Token);
                if (read == 0)
                    break;
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // the server closes the connection on a client that it will not hear out
        }

        return text.ToString();
    }
}
