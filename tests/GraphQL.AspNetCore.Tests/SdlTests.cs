using System.Net.Http.Headers;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class SdlTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("/graphql?sdl", null)]
    [InlineData("/graphql?sdl", "text/html")]
    [InlineData("/graphql/?sdl=", "*/*")]
    public async Task The_schema_can_be_read_as_text(string address, string? accept)
    {
        var answer = await shared.Host.Client.GetAsync(address, accept);

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/plain; charset=utf-8", answer.ContentType);
        Assert.Contains("type Query {", answer.Text);
        Assert.Contains("scalar Upload", answer.Text);
    }

    [Fact]
    public async Task Who_has_it_already_need_not_load_it_again()
    {
        var first = await shared.Host.Client.GetAsync("/graphql?sdl", accept: null);
        var tag = first.Response.Headers.ETag!;
        var again = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        again.Headers.IfNoneMatch.Add(tag);
        var other = new HttpRequestMessage(HttpMethod.Get, "/graphql?sdl");
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));

        Assert.Equal(304, (await shared.Host.Client.AskAsync(again)).Status);
        Assert.Equal(200, (await shared.Host.Client.AskAsync(other)).Status);
        Assert.True(first.Response.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.ServeSdl = false);

        Assert.Equal(400, (await host.Client.GetAsync("/graphql?sdl", accept: null)).Status);
    }
}
