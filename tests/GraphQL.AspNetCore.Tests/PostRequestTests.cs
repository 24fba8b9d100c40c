using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class PostRequestTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("""{"query":"{ hello }"}""", """{"data":{"hello":"world"}}""")]
    [InlineData("""{"query":"{\n  hello\n}"}""", """{"data":{"hello":"world"}}""")]
    [InlineData("""{"query":"{ hello(name: \"\u00e9\ud83c\udfc3\") }"}""", """{"data":{"hello":"é🏃"}}""")]
    [InlineData("""{"query":"{ hello(name: \"é🏃\") }"}""", """{"data":{"hello":"é🏃"}}""")]
    [InlineData("""{"query":"{ hello }","variables":null,"operationName":null,"extensions":null}""", """{"data":{"hello":"world"}}""")]
    [InlineData("""{"query":"{ hello }","id":7,"unknown":{"query":[1]}}""", """{"data":{"hello":"world"}}""")]
    [InlineData("""{"variables":{"name":"you"},"query":"query ($name: String) { hello(name: $name) }"}""", """{"data":{"hello":"you"}}""")]
    [InlineData("""{"query":"query A { hello } query B { hello(name: \"b\") }","operationName":"B"}""", """{"data":{"hello":"b"}}""")]
    [InlineData(""" { "query" : "{ hello }" , "extensions" : { "any" : [1, {}] } } """, """{"data":{"hello":"world"}}""")]
    [InlineData("""{"qu\u0065ry":"{ hello }"}""", """{"data":{"hello":"world"}}""")]
    [InlineData("\uFEFF{\"query\":\"{ hello }\"}", """{"data":{"hello":"world"}}""")]
    public async Task A_request_is_answered(string body, string expected)
    {
        var answer = await shared.Host.Client.PostAsync(body);

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, answer.Text);
    }

    [Theory]
    [InlineData("", "no body")]
    [InlineData("   ", "line 1")]
    [InlineData("{", "line 1")]
    [InlineData("{\"query\":\"{ hello }\"", "line 1")]
    [InlineData("{\"query\":\"{ hello }\"} x", "line 1, byte 23")]
    [InlineData("{\n  \"query\": tru\n}", "line 2")]
    [InlineData("{\"query\":\"{ hello }\",}", "line 1")]
    [InlineData("{'query':'{ hello }'}", "line 1, byte 2")]
    [InlineData("query { hello }", "line 1, byte 1")]
    public async Task What_is_not_json_is_refused_with_its_place(string body, string expected)
    {
        var answer = await shared.Host.Client.PostAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Contains(expected, answer.Message);
        Assert.False(answer.Json.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("""{}""", "no \"query\"")]
    [InlineData("""{"qeury":"{ hello }"}""", "no \"query\"")]
    [InlineData("""{"query":null}""", "no \"query\"")]
    [InlineData("""{"query":7}""", "\"query\" must be a string, not a number")]
    [InlineData("""{"query":{}}""", "\"query\" must be a string, not an object")]
    [InlineData("""{"query":["{ hello }"]}""", "\"query\" must be a string, not an array")]
    [InlineData("""{"query":false}""", "\"query\" must be a string, not a boolean")]
    [InlineData("""{"query":"{ hello }","variables":[7]}""", "\"variables\" must be an object or null, not an array")]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", "\"variables\" must be an object or null, not a string")]
    [InlineData("""{"query":"{ hello }","extensions":0}""", "\"extensions\" must be an object or null, not a number")]
    [InlineData("""{"query":"{ hello }","operationName":true}""", "\"operationName\" must be a string or null, not a boolean")]
    [InlineData("""{"query":"{ hello }","query":"{ hello }"}""", "\"query\" is given more than once")]
    [InlineData("""{"query":null,"query":"{ hello }","variables":{},"variables":{}}""", "\"variables\" is given more than once")]
    [InlineData("""[{"query":"{ hello }"}]""", "a batch")]
    [InlineData("""[]""", "a batch")]
    [InlineData("\"{ hello }\"", "must be a JSON object, not a string")]
    [InlineData("null", "must be a JSON object, not null")]
    public async Task What_is_not_a_request_is_refused_with_the_reason(string body, string expected)
    {
        var answer = await shared.Host.Client.PostAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
        Assert.Contains(expected, answer.Message);
    }

    [Fact]
    public async Task The_draft_of_2026_tells_an_ill_formed_request_from_an_unreadable_one()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Specification = HttpSpecification.Draft2026);

        Assert.Equal(422, (await host.Client.PostAsync("""{"qeury":"{ hello }"}""")).Status);
        Assert.Equal(400, (await host.Client.PostAsync("{")).Status);
    }

    [Theory]
    [InlineData("""{"query":"{ hello }","operationName":"\ud800"}""")]
    [InlineData("""{"query":"{ hello(name: \"\ud800\") }"}""")]
    [InlineData("""{"query":"\udc00\ud800"}""")]
    public async Task Half_a_surrogate_pair_is_not_text(string body)
    {
        var answer = await shared.Host.Client.PostAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_refused_wherever_they_stand()
    {
        foreach (var place in (string[])["query", "unknown", "operationName"])
        {
            var body = Encoding.Latin1.GetBytes($$"""{"query":"{ hello }","{{place}}":"ÿ"}""");

            var answer = await shared.Host.Client.PostAsync(body);

            Assert.Equal(400, answer.Status);
            Assert.Contains("UTF-8", answer.Message);
        }
    }

    [Fact]
    public async Task Duplicate_members_among_variables_are_refused()
    {
        var answer = await shared.Host.Client.PostAsync("""{"query":"{ hello }","variables":{"a":1,"b":{"c":1,"c":2}}}""");

        Assert.Equal(400, answer.Status);
    }
}
