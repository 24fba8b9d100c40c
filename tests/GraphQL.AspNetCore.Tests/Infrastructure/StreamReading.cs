using System.Text;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>A response that goes on, read as it comes.</summary>
public sealed class OpenStream(HttpResponseMessage response, Stream body) : IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly byte[] _buffer = new byte[16_384];

    public HttpResponseMessage Response { get; } = response;

    public string Text => _text.ToString();

    /// <summary>Reads until the text says so; fails after twenty seconds.</summary>
    public async Task<string> ReadUntilAsync(Func<string, bool> isEnough)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isEnough(Text))
        {
            var read = await body.ReadAsync(_buffer, patience.Token);
            Assert.True(read > 0, $"The stream ended with: {Text}");
            _text.Append(Encoding.UTF8.GetString(_buffer, 0, read));
        }

        return Text;
    }

    /// <summary>Reads to the end; fails after twenty seconds.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await body.ReadAsync(_buffer, patience.Token) is var read and > 0)
            _text.Append(Encoding.UTF8.GetString(_buffer, 0, read));
        return Text;
    }

    public void Dispose() => Response.Dispose();
}

/// <summary>Opens responses that go on.</summary>
public static class StreamRequests
{
    public const string EventStream = "text/event-stream";

    public static Task<OpenStream> OpenAsync(this HttpClient client, string body, string accept) => client.OpenAsync(
        new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") }, accept);

    public static async Task<OpenStream> OpenAsync(this HttpClient client, HttpRequestMessage request, string accept)
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new OpenStream(response, await response.Content.ReadAsStreamAsync());
    }
}
