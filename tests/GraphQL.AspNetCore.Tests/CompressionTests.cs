using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class CompressionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string Long = new('x', 200_000);
    private static readonly string LongRequest = $$$"""{"query":"query ($n: String) { hello(name: $n) }","variables":{"n":"{{{Long}}}"}}""";

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0", "br")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity, gzip;q=0.5", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("*;q=0", null)]
    [InlineData("deflate, zstd", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData(";;;", null)]
    public async Task A_long_answer_is_compressed_as_the_client_likes_it_best(string? accepted, string? expected)
    {
        using var response = await SendAsync(LongRequest, accepted);

        Assert.Equal(expected is null ? [] : [expected], response.Content.Headers.ContentEncoding);
        Assert.Equal($$$"""{"data":{"hello":"{{{Long}}}"}}""", await DecompressAsync(response));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        if (expected is not null)
            Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, Long.Length / 50);
    }

    [Theory]
    [InlineData("gzip, br", null)]
    [InlineData("gzip, identity;q=0", "gzip")]
    [InlineData("br, *;q=0", "br")]
    public async Task A_short_one_only_if_the_client_takes_it_no_other_way(string accepted, string? expected)
    {
        using var response = await SendAsync("""{"query":"{ hello }"}""", accepted);

        Assert.Equal(expected is null ? [] : [expected], response.Content.Headers.ContentEncoding);
        Assert.Equal("""{"data":{"hello":"world"}}""", await DecompressAsync(response));
    }

    [Fact]
    public async Task What_another_site_can_have_a_browser_ask_is_not_compressed()
    {
        var address = $"/graphql?query=query($n:String){{hello(name:$n)}}&variables={{\"n\":\"{new string('x', 4000)}\"}}";
        using var plain = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address), "br");
        var forced = new HttpRequestMessage(HttpMethod.Get, address);
        forced.Headers.Add("Cookie", "session=1");
        using var withCookie = await SendAsync(forced, "br");

        Assert.Equal(["br"], plain.Content.Headers.ContentEncoding);
        Assert.Empty(withCookie.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Each_event_of_a_stream_can_be_read_when_it_is_sent(string coding)
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Streaming.HeartbeatInterval = TimeSpan.FromMilliseconds(20));
        var request = Post("""{"query":"subscription { silence }"}""");
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);

        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal([coding], response.Content.Headers.ContentEncoding);
        using var stream = new OpenStream(response, Open(await response.Content.ReadAsStreamAsync(), coding));

        await stream.ReadUntilAsync(text => text.StartsWith(":\n\n:\n\n:\n\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_stream_has_an_end(string coding)
    {
        var request = Post("""{"query":"subscription { countTo(to: 500) }"}""");
        request.Headers.TryAddWithoutValidation("Accept", "application/jsonl");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);

        using var response = await shared.Host.Client.SendAsync(request);

        Assert.Equal(500, (await DecompressAsync(response)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("gzip", 200)]
    [InlineData("br", 200)]
    [InlineData("identity", 200)]
    [InlineData("zstd", 415)]
    [InlineData("gzip, gzip", 415)]
    public async Task A_request_may_be_compressed(string coding, int status)
    {
        var answer = await shared.Host.Client.AskAsync(Compressed("""{"query":"{ hello }"}"""u8.ToArray(), coding));

        Assert.Equal(status, answer.Status);
        if (status == 415)
            Assert.Equal(["gzip", "br"], answer.Response.Headers.GetValues("Accept-Encoding").SelectMany(value => value.Split(", ")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_small_body_does_not_become_a_large_one(string coding)
    {
        var bomb = Compressed(new byte[200_000_000], coding);
        Assert.InRange(bomb.Content!.Headers.ContentLength!.Value, 1, 1_000_000);

        var answer = await shared.Host.Client.AskAsync(bomb);

        Assert.Equal((413, "LIMIT_EXCEEDED"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_body_that_is_not_what_it_says_is_refused(string coding)
    {
        var request = Post("""{"query":"{ hello }"}""");
        request.Content!.Headers.ContentEncoding.Add(coding);

        Assert.Equal((400, "BAD_REQUEST"), await StatusAndCodeAsync(request));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_that_ends_too_early_is_refused(string coding)
    {
        var whole = Compressed(Encoding.UTF8.GetBytes(LongRequest), coding);
        var bytes = await whole.Content!.ReadAsByteArrayAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(bytes[..(bytes.Length / 2)]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentEncoding.Add(coding);

        Assert.Equal((400, "BAD_REQUEST"), await StatusAndCodeAsync(request));
    }

    private async Task<(int, string?)> StatusAndCodeAsync(HttpRequestMessage request)
    {
        var answer = await shared.Host.Client.AskAsync(request);
        return (answer.Status, answer.Code);
    }

    private Task<HttpResponseMessage> SendAsync(string body, string? accepted) => SendAsync(Post(body), accepted);

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accepted)
    {
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return shared.Host.Client.SendAsync(request);
    }

    private static HttpRequestMessage Post(string body) =>
        new(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpRequestMessage Compressed(byte[] body, string coding)
    {
        var compressed = new MemoryStream();
        using (var stream = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true),
            _ => (Stream)compressed,
        })
        {
            stream.Write(body);
        }

        var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
    }

    private static async Task<string> DecompressAsync(HttpResponseMessage response)
    {
        var body = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        using var reader = new StreamReader(Open(body, response.Content.Headers.ContentEncoding.SingleOrDefault()));
        return await reader.ReadToEndAsync();
    }

    private static Stream Open(Stream body, string? coding) => coding switch
    {
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        _ => body,
    };
}
