using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class CachingTests
{
    private const string Named = "/graphql?documentId=hello";

    [Theory]
    [InlineData(null, false, null, "no-cache, private")]
    [InlineData(60, false, null, "max-age=60, private")]
    [InlineData(60, true, null, "max-age=60, public")]
    [InlineData(60, true, "Authorization", "max-age=60, private")]
    [InlineData(60, true, "Cookie", "max-age=60, private")]
    public async Task Answers_to_named_queries_by_get_may_be_kept_as_far_as_the_host_says(int? seconds, bool isShared, string? credentials, string expected)
    {
        await using var host = await StartAsync(options =>
        {
            options.CacheMaxAge = seconds is null ? null : TimeSpan.FromSeconds(seconds.Value);
            options.CacheIsShared = isShared;
        });
        var request = new HttpRequestMessage(HttpMethod.Get, Named);
        if (credentials is not null)
            request.Headers.TryAddWithoutValidation(credentials, "secret=1");

        var answer = await host.Client.AskAsync(request);

        Assert.Equal(expected, string.Join(", ", answer.Response.Headers.CacheControl!.ToString().Split(", ").Order()));
        Assert.False(answer.Response.Headers.ETag!.IsWeak);
        Assert.Contains("Authorization", answer.Response.Headers.Vary);
    }

    [Fact]
    public async Task Who_holds_the_answer_is_told_so_until_it_changes()
    {
        await using var host = await StartAsync();
        var first = await host.Client.GetAsync(Named + "&variables={\"n\":\"a\"}", Requests.Json);
        var tag = first.Response.Headers.ETag!.ToString();

        var held = await AskAsync(host, "a", tag);
        var listed = await AskAsync(host, "a", $"\"x\", W/{tag}");
        var any = await AskAsync(host, "a", "*");
        var changed = await AskAsync(host, "b", tag);
        var other = await host.Client.GetAsync(Named + "&variables={\"n\":\"a\"}", Requests.GraphQLResponse);

        Assert.All([held, listed, any], answer => Assert.Equal((304, "", tag), (answer.Status, answer.Text, answer.Response.Headers.ETag!.ToString())));
        Assert.Equal((200, """{"data":{"hello":"b"}}"""), (changed.Status, changed.Text));
        Assert.NotEqual(tag, other.Response.Headers.ETag!.ToString());
    }

    [Theory]
    [InlineData("GET", "/graphql?query={hello}")]
    [InlineData("GET", "/graphql?documentId=fail")]
    [InlineData("GET", "/graphql?documentId=count")]
    [InlineData("GET", "/graphql?documentId=none")]
    [InlineData("GET", "/graphql?documentId=invalid")]
    [InlineData("POST", "/graphql")]
    public async Task Nothing_else_is_kept(string method, string address)
    {
        await using var host = await StartAsync(options => options.CacheMaxAge = TimeSpan.FromHours(1));
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
            request.Content = new StringContent("""{"documentId":"hello"}""", System.Text.Encoding.UTF8, Requests.Json);

        var answer = await host.Client.AskAsync(request);

        Assert.Equal("no-store", answer.Response.Headers.CacheControl!.ToString());
        Assert.Null(answer.Response.Headers.ETag);
    }

    private static Task<Answer> AskAsync(GraphQLHost host, string name, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{Named}&variables={{\"n\":\"{name}\"}}");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return host.Client.AskAsync(request, Requests.Json);
    }

    private static Task<GraphQLHost> StartAsync(Action<PersistedOperationOptions>? configure = null) => GraphQLHost.StartAsync(options =>
    {
        options.PersistedOperations.Store = new Documents();
        configure?.Invoke(options.PersistedOperations);
    });

    private sealed class Documents : IPersistedDocumentStore
    {
        private readonly Dictionary<string, PersistedDocument> _documents = new()
        {
            ["hello"] = new("query ($n: String) { hello(name: $n) }"),
            ["fail"] = new("{ fail }"),
            ["count"] = new("mutation { count }"),
            ["invalid"] = new("{ nothing }"),
        };

        public ValueTask<PersistedDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
            ValueTask.FromResult(_documents.GetValueOrDefault(id));
    }
}
