using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class NegotiationTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"query":"{ hello }"}""";
    private const string Json = "application/json; charset=utf-8";
    private const string GraphQLResponse = "application/graphql-response+json; charset=utf-8";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/json; charset=\"UTF-8\"", Json)]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json; charset=utf-8", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQLResponse)]
    [InlineData("application/graphql-response+json;q=0.8, application/json;q=0.9", Json)]
    [InlineData("application/graphql-response+json;q=0.8, */*", Json)]
    [InlineData("application/graphql-response+json, */*;q=0.1", GraphQLResponse)]
    [InlineData("application/json;q=0, */*", GraphQLResponse)]
    [InlineData("text/html, application/json", Json)]
    [InlineData("text/html, */*;q=0.8", Json)]
    [InlineData("text/event-stream, application/graphql-response+json;q=0.5", GraphQLResponse)]
    public async Task The_best_of_what_the_client_accepts_is_sent(string? accept, string expected)
    {
        var answer = await shared.Host.Client.PostAsync(Body, accept);

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, answer.ContentType);
        Assert.Equal("""{"data":{"hello":"world"}}""", answer.Text);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/xml, text/plain;q=0.5")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("*/*;q=0")]
    public async Task What_cannot_be_produced_is_refused(string accept)
    {
        var answer = await shared.Host.Client.PostAsync(Body, accept);

        Assert.Equal(406, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Contains(accept, answer.Message);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/Json; profile=x")]
    public async Task Json_in_utf8_is_accepted(string contentType)
    {
        var answer = await shared.Host.Client.PostAsync(Body, contentType: contentType);

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/jsonp")]
    [InlineData("nonsense")]
    public async Task Other_bodies_are_refused(string? contentType)
    {
        var answer = await shared.Host.Client.PostAsync(Body, contentType: contentType);

        Assert.Equal(415, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Fact]
    public async Task Answers_are_kept_by_no_cache()
    {
        var answer = await shared.Host.Client.GetAsync("/graphql?query={hello}", Requests.Json);

        Assert.True(answer.Response.Headers.CacheControl?.NoStore);
        Assert.Contains("Accept", answer.Response.Headers.Vary);
        Assert.Equal(answer.Text.Length, answer.Response.Content.Headers.ContentLength);
    }
}
