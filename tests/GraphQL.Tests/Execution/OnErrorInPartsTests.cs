using System.Text.Json;
using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

/// <summary><c>onError</c> where a response has several parts, and for the events of a subscription.</summary>
public sealed class OnErrorInPartsTests
{
    private readonly Api _api = new Api("""
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { good: Int bad: Int! hero: Hero heroes: [Hero!] }
        type Subscription { ticks: Hero }
        type Hero { good: Int bad: Int! }
        """)
        .With("Query.good", static _ => 1)
        .With("Query.bad", Fail)
        .With("Query.hero", static _ => new object())
        .With("Query.heroes", static _ => new object?[] { new(), null, new() })
        .With("Hero.good", static _ => 2)
        .With("Hero.bad", Fail)
        .With("Subscription.ticks", new FieldResolver.Stream(static _ => new object?[] { new(), new() }.ToAsyncEnumerable()));

    [Theory]

    // a failure before the first part
    [InlineData(ErrorBehavior.Propagate, "{ bad ... @defer { good } }", "data:null BAD end")]
    [InlineData(ErrorBehavior.Null, "{ bad ... @defer { good } }", """data:{"bad":null} BAD | data:{"good":1} done end""")]
    [InlineData(ErrorBehavior.Halt, "{ bad ... @defer { good } }", "data:null BAD end")]

    // a failure in a part that is put off
    [InlineData(ErrorBehavior.Propagate, "{ good ... @defer { bad } }", """data:{"good":1} | failed BAD end""")]
    [InlineData(ErrorBehavior.Null, "{ good ... @defer { bad } }", """data:{"good":1} | data:{"bad":null} BAD done end""")]
    [InlineData(ErrorBehavior.Halt, "{ good ... @defer { bad } }", """data:{"good":1} | failed BAD end""")]
    [InlineData(ErrorBehavior.Propagate, "{ hero { good ... @defer { bad } } }", """data:{"hero":{"good":2}} | failed BAD end""")]
    [InlineData(ErrorBehavior.Null, "{ hero { good ... @defer { bad } } }", """data:{"hero":{"good":2}} | data:{"bad":null} BAD done end""")]
    [InlineData(ErrorBehavior.Halt, "{ hero { good ... @defer { bad } } }", """data:{"hero":{"good":2}} | failed BAD end""")]

    // one fails, and another part is fine
    [InlineData(ErrorBehavior.Propagate, "{ good ... @defer { bad } hero { ... @defer { g: good } } }", """data:{"good":1,"hero":{}} | data:{"g":2} failed BAD done end""")]
    [InlineData(ErrorBehavior.Null, "{ good ... @defer { bad } hero { ... @defer { g: good } } }", """data:{"good":1,"hero":{}} | data:{"bad":null} BAD data:{"g":2} done done end""")]
    [InlineData(ErrorBehavior.Halt, "{ good ... @defer { bad } hero { ... @defer { g: good } } }", """data:{"good":1,"hero":{}} | failed BAD failed BAD end""")]

    // a failure in an element
    [InlineData(ErrorBehavior.Propagate, "{ heroes @stream(initialCount: 1) { good } }", """data:{"heroes":[{"good":2}]} | failed NON_NULL_VIOLATION end""")]
    [InlineData(ErrorBehavior.Null, "{ heroes @stream(initialCount: 1) { good } }", """data:{"heroes":[{"good":2}]} | items:[null,{"good":2}] NON_NULL_VIOLATION done end""")]
    [InlineData(ErrorBehavior.Halt, "{ heroes @stream(initialCount: 1) { good } }", """data:{"heroes":[{"good":2}]} | failed NON_NULL_VIOLATION end""")]

    // each event for itself
    [InlineData(ErrorBehavior.Propagate, "subscription { ticks { good bad } }", """data:{"ticks":null} BAD end | data:{"ticks":null} BAD end""")]
    [InlineData(ErrorBehavior.Null, "subscription { ticks { good bad } }", """data:{"ticks":{"good":2,"bad":null}} BAD end | data:{"ticks":{"good":2,"bad":null}} BAD end""")]
    [InlineData(ErrorBehavior.Halt, "subscription { ticks { good bad } }", "data:null BAD end | data:null BAD end")]
    public async Task A_failure_reaches_as_far_as_the_request_says(ErrorBehavior behavior, string document, string expected)
    {
        var request = Api.Request(document);
        var parts = new List<string>();
        await foreach (var result in _api.Executor.StreamAsync(
            new OperationRequest { Document = request.Document, Services = request.Services, OnError = behavior, Incremental = IncrementalDelivery.Pending },
            CancellationToken.None))
        {
            using (result)
                parts.Add(Summary(JsonDocument.Parse(result.ToString()).RootElement));
        }

        Assert.Equal(expected, string.Join(" | ", parts));
    }

    private static object Fail(ResolverContext context) => throw new GraphQLException(new GraphQLError("Bad.") { Code = "BAD" });

    /// <summary>Data and codes of a response or payload, and whether parts are done or have failed.</summary>
    private static string Summary(JsonElement response)
    {
        var words = new List<string>();
        Add(words, response);
        if (response.TryGetProperty("incremental", out var incremental))
        {
            foreach (var part in incremental.EnumerateArray())
                Add(words, part);
        }

        if (response.TryGetProperty("completed", out var completed))
        {
            foreach (var part in completed.EnumerateArray())
            {
                words.Add(part.TryGetProperty("errors", out _) ? "failed" : "done");
                Add(words, part);
            }
        }

        if (!response.TryGetProperty("hasNext", out var hasNext) || !hasNext.GetBoolean())
            words.Add("end");
        return string.Join(' ', words);
    }

    private static void Add(List<string> words, JsonElement part)
    {
        foreach (var name in (string[])["data", "items"])
        {
            if (part.TryGetProperty(name, out var value))
                words.Add($"{name}:{value.GetRawText()}");
        }

        if (part.TryGetProperty("errors", out var errors))
            words.AddRange(errors.EnumerateArray().Select(static error => error.GetProperty("extensions").GetProperty("code").GetString()!));
    }
}
