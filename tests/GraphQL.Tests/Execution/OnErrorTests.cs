using System.Text.Json;
using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

public sealed class OnErrorTests
{
    private readonly Api _api = new Api("""
        type Query { good: Int! bad: Int! late: Int! hero: Hero! heroes: [Hero!]! numbers: [Int!] maybe: Int reported: Int counted: Int }
        type Hero { name: String! good: Int }
        """)
        .With("Query.good", static _ => 1)
        .With("Query.bad", static _ => throw new GraphQLException(new GraphQLError("Bad.") { Code = "BAD" }))
        .With("Query.maybe", static _ => throw new GraphQLException(new GraphQLError("Bad.") { Code = "BAD" }))
        .WithAsync("Query.late", static async _ =>
        {
            await Task.Yield();
            throw new GraphQLException(new GraphQLError("Late.") { Code = "LATE" });
        })
        .With("Query.hero", static _ => Execution.Api.Object(("good", 2)))
        .With("Query.heroes", static _ => new object?[] { Execution.Api.Object(("good", 2), ("name", "x")), null })
        .With("Query.numbers", static _ => new object?[] { 1, null, "three" })
        .With("Query.reported", static context =>
        {
            context.Report(new GraphQLError("Beware.") { Code = "BEWARE" });
            return 3;
        });

    [Theory]
    [InlineData(ErrorBehavior.Propagate, "{ good bad }", "null", "BAD")]
    [InlineData(ErrorBehavior.Null, "{ good bad }", """{"good":1,"bad":null}""", "BAD")]
    [InlineData(ErrorBehavior.Halt, "{ good bad }", "null", "BAD")]
    [InlineData(ErrorBehavior.Propagate, "{ good late }", "null", "LATE")]
    [InlineData(ErrorBehavior.Null, "{ late good }", """{"late":null,"good":1}""", "LATE")]
    [InlineData(ErrorBehavior.Halt, "{ late good }", "null", "LATE")]
    [InlineData(ErrorBehavior.Propagate, "{ maybe good }", """{"maybe":null,"good":1}""", "BAD")]
    [InlineData(ErrorBehavior.Null, "{ maybe good }", """{"maybe":null,"good":1}""", "BAD")]
    [InlineData(ErrorBehavior.Halt, "{ maybe good }", "null", "BAD")]
    [InlineData(ErrorBehavior.Propagate, "{ hero { good name } }", "null", "NON_NULL_VIOLATION")]
    [InlineData(ErrorBehavior.Null, "{ hero { good name } }", """{"hero":{"good":2,"name":null}}""", "NON_NULL_VIOLATION")]
    [InlineData(ErrorBehavior.Null, "{ heroes { name } }", """{"heroes":[{"name":"x"},null]}""", "NON_NULL_VIOLATION")]
    [InlineData(ErrorBehavior.Propagate, "{ numbers }", """{"numbers":null}""", "NON_NULL_VIOLATION")]
    [InlineData(ErrorBehavior.Null, "{ numbers }", """{"numbers":[1,null,null]}""", "NON_NULL_VIOLATION BAD_RESULT")]
    [InlineData(ErrorBehavior.Halt, "{ numbers }", "null", "NON_NULL_VIOLATION")]
    [InlineData(ErrorBehavior.Propagate, "{ reported good }", """{"reported":3,"good":1}""", "BEWARE")]
    [InlineData(ErrorBehavior.Null, "{ reported good }", """{"reported":3,"good":1}""", "BEWARE")]
    [InlineData(ErrorBehavior.Halt, "{ reported good }", "null", "BEWARE")]
    [InlineData(ErrorBehavior.Halt, "{ good }", """{"good":1}""", "")]
    public async Task The_request_says_what_becomes_of_fields_that_fail(ErrorBehavior behavior, string document, string data, string codes)
    {
        var asked = JsonDocument.Parse(await RunAsync(document, behavior)).RootElement;
        Assert.Equal(data, asked.GetProperty("data").GetRawText());
        Assert.Equal(codes, Codes(asked));

    }

    [Theory]
    [InlineData(ErrorBehavior.Propagate, "null")]
    [InlineData(ErrorBehavior.Null, """{"good":1,"late":null}""")]
    [InlineData(ErrorBehavior.Halt, "null")]
    public async Task The_host_says_it_for_requests_that_do_not(ErrorBehavior behavior, string data)
    {
        _api.Options = new RequestExecutorOptions { DefaultErrorBehavior = behavior };
        var byDefault = JsonDocument.Parse(await RunAsync("{ good late }", behavior: null)).RootElement;
        Assert.Equal(data, byDefault.GetProperty("data").GetRawText());
    }

    [Theory]
    [InlineData("{ bad }", "Query.bad")]
    [InlineData("{ hero { name } }", "Hero.name")]
    public async Task An_error_names_the_field_of_the_schema(string document, string coordinate)
    {
        var error = JsonDocument.Parse(await RunAsync(document, behavior: null)).RootElement.GetProperty("errors")[0];
        Assert.Equal(coordinate, error.GetProperty("extensions").GetProperty("coordinate").GetString());
    }

    private async Task<string> RunAsync(string document, ErrorBehavior? behavior)
    {
        var request = Execution.Api.Request(document);
        using var result = await _api.Executor.ExecuteAsync(
            new OperationRequest { Document = request.Document, Services = request.Services, OnError = behavior }, CancellationToken.None);
        return result.ToString();
    }

    private static string Codes(JsonElement result) => result.TryGetProperty("errors", out var errors)
        ? string.Join(' ', errors.EnumerateArray().Select(static error => error.GetProperty("extensions").GetProperty("code").GetString()))
        : "";
}
