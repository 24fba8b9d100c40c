using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

/// <summary>What another site can have a browser send without asking first: methods and content types of the Fetch standard's simple requests.</summary>
public sealed class ForeignSiteTests
{
    private const string Mutation = """{"query":"mutation { count }"}""";

    [Theory]
    [InlineData("POST", "text/plain", Mutation, 415)]
    [InlineData("POST", "text/plain; application/json", Mutation, 415)]
    [InlineData("POST", "application/x-www-form-urlencoded", "query=mutation{count}", 415)]
    [InlineData("POST", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n" + Mutation + "\r\n--x--\r\n", 400)]
    [InlineData("POST", null, Mutation, 415)]
    [InlineData("GET", null, null, 405)]
    public async Task Nothing_is_changed_by_a_request_that_needs_no_preflight(string method, string? contentType, string? body, int status)
    {
        await using var host = await GraphQLHost.StartAsync();
        var request = new HttpRequestMessage(new HttpMethod(method), method == "GET" ? "/graphql?query=mutation{count}" : "/graphql");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        var answer = await host.Client.AskAsync(request);

        Assert.Equal(status, answer.Status);
        Assert.Equal(0, host.Schema.Count);
    }

    [Fact]
    public async Task Get_can_be_made_to_need_the_preflight_header_too()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.RequirePreflightHeaderOnGet = true);
        var allowed = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        allowed.Headers.Add("GraphQL-Preflight", "1");

        Assert.Equal(400, (await host.Client.GetAsync("/graphql?query={hello}", Requests.Json)).Status);
        Assert.Equal(200, (await host.Client.AskAsync(allowed)).Status);
    }
}
