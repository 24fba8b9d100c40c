using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class GetRequestTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("query={hello}", """{"data":{"hello":"world"}}""")]
    [InlineData("query=%7B+hello+%7D", """{"data":{"hello":"world"}}""")]
    [InlineData("query={hello}&variables=&operationName=&extensions=", """{"data":{"hello":"world"}}""")]
    [InlineData("query={hello}&variables=null&extensions=null", """{"data":{"hello":"world"}}""")]
    [InlineData("query={hello}&unknown=1", """{"data":{"hello":"world"}}""")]
    [InlineData("query=query($n:String){hello(name:$n)}&variables={\"n\":\"you\"}", """{"data":{"hello":"you"}}""")]
    [InlineData("query=query null{hello}query B{hello(name:\"b\")}&operationName=null", """{"data":{"hello":"world"}}""")]
    [InlineData("query=query null{hello}query B{hello(name:\"b\")}&operationName=B", """{"data":{"hello":"b"}}""")]
    public async Task A_query_is_answered(string parameters, string expected)
    {
        var answer = await shared.Host.Client.GetAsync($"/graphql?{parameters}", Requests.GraphQLResponse);

        Assert.Equal(expected, answer.Text);
        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("", "no \"query\"")]
    [InlineData("?query=", "no \"query\"")]
    [InlineData("?operationName=A", "no \"query\"")]
    [InlineData("?query={hello}&query={hello}", "\"query\" is given more than once")]
    [InlineData("?query={hello}&variables={", "\"variables\" is not valid JSON")]
    [InlineData("?query={hello}&variables=[7]", "\"variables\" must be an object or null, not an array")]
    [InlineData("?query={hello}&variables=\"{}\"", "\"variables\" must be an object or null, not a string")]
    [InlineData("?query={hello}&onError=null", "\"onError\" must be PROPAGATE, NULL or HALT, not \"null\"")]
    [InlineData("?query={hello}&onError=NULL&onError=NULL", "\"onError\" is given more than once")]
    [InlineData("?query={hello}&extensions=true", "\"extensions\" must be an object or null, not a boolean")]
    [InlineData("?query={hello}&extensions={\"a\":1,\"a\":2}", "\"extensions\" is not valid JSON")]
    public async Task A_faulty_one_is_refused_with_the_reason(string parameters, string expected)
    {
        var answer = await shared.Host.Client.GetAsync($"/graphql{parameters}", Requests.GraphQLResponse);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Contains(expected, answer.Message);
    }

    [Theory]
    [InlineData("PROPAGATE", "null")]
    [InlineData("NULL", """{"hello":"world","failBadly":null}""")]
    [InlineData("HALT", "null")]
    public async Task Both_ways_of_asking_say_what_becomes_of_errors(string behavior, string data)
    {
        var got = await shared.Host.Client.GetAsync($"/graphql?query={{hello failBadly}}&onError={behavior}", Requests.GraphQLResponse);
        var posted = await shared.Host.Client.PostAsync($$"""{"query":"{ hello failBadly }","onError":"{{behavior}}"}""");

        Assert.EndsWith($"\"data\":{data}}}", got.Text, StringComparison.Ordinal);
        Assert.EndsWith($"\"data\":{data}}}", posted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_is_executed_by_post_alone()
    {
        await using var host = await GraphQLHost.StartAsync();

        foreach (var accept in (string[])[Requests.Json, Requests.GraphQLResponse])
        {
            var refused = await host.Client.GetAsync("/graphql?query=mutation{count}", accept);
            Assert.Equal(405, refused.Status);
            Assert.Equal(["POST"], refused.Response.Content.Headers.Allow);
            Assert.NotEmpty(refused.Message!);
        }

        Assert.Equal(0, host.Schema.Count);
        Assert.Equal("""{"data":{"count":1}}""", (await host.Client.PostAsync("""{"query":"mutation { count }"}""")).Text);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_refused_with_those_that_are_not(string method)
    {
        var answer = await shared.Host.Client.AskAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql"));

        Assert.Equal(405, answer.Status);
        Assert.Equal(["GET", "POST", "PUT", "DELETE"], answer.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Get_can_be_switched_off()
    {
        await using var host = await GraphQLHost.StartAsync(options =>
        {
            options.AllowGet = false;
            options.SingleConnection.Enabled = false;
        });

        var answer = await host.Client.GetAsync("/graphql?query={hello}", Requests.Json);

        Assert.Equal(405, answer.Status);
        Assert.Equal(["POST"], answer.Response.Content.Headers.Allow);
    }
}
