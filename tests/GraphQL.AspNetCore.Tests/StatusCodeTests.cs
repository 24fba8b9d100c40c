using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class StatusCodeTests
{
    private const string Data = """{"query":"{ hello }"}""";
    private const string DataBesideErrors = """{"query":"{ hello fail }"}""";
    private const string NullBesideErrors = """{"query":"{ failBadly }"}""";
    private const string Syntax = """{"query":"{"}""";
    private const string Invalid = """{"query":"{ nothing }"}""";
    private const string NoOperation = """{"query":"query A { hello } query B { hello }","operationName":"C"}""";
    private const string Ambiguous = """{"query":"query A { hello } query B { hello }"}""";
    private const string BadVariable = """{"query":"query ($n: String!) { hello(name: $n) }","variables":{"n":7}}""";
    private const string Subscription = """{"query":"subscription { ticks }"}""";

    [Theory]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, Data, 200, null)]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, DataBesideErrors, 200, "INTERNAL_SERVER_ERROR")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, NullBesideErrors, 200, "INTERNAL_SERVER_ERROR")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, Syntax, 400, "SYNTAX_ERROR")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, Invalid, 400, "VALIDATION_FAILED")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, NoOperation, 400, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, Ambiguous, 400, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, BadVariable, 400, "BAD_VARIABLE")]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, Subscription, 406, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, Subscription, 406, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Draft2026, Requests.Json, Subscription, 406, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, Data, 200, null)]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, DataBesideErrors, 200, "INTERNAL_SERVER_ERROR")]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, Syntax, 200, "SYNTAX_ERROR")]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, Invalid, 200, "VALIDATION_FAILED")]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, NoOperation, 200, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, BadVariable, 200, "BAD_VARIABLE")]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, Data, 200, null)]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, DataBesideErrors, 294, "INTERNAL_SERVER_ERROR")]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, NullBesideErrors, 294, "INTERNAL_SERVER_ERROR")]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, Syntax, 400, "SYNTAX_ERROR")]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, Invalid, 422, "VALIDATION_FAILED")]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, NoOperation, 422, "OPERATION_NOT_FOUND")]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, BadVariable, 422, "BAD_VARIABLE")]
    [InlineData(HttpSpecification.Draft2026, Requests.Json, Data, 200, null)]
    [InlineData(HttpSpecification.Draft2026, Requests.Json, Syntax, 400, "SYNTAX_ERROR")]
    [InlineData(HttpSpecification.Draft2026, Requests.Json, Invalid, 422, "VALIDATION_FAILED")]
    [InlineData(HttpSpecification.Draft2026, Requests.Json, BadVariable, 422, "BAD_VARIABLE")]
    public async Task The_status_tells_how_far_the_request_came(
        HttpSpecification specification, string accept, string body, int status, string? code)
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Specification = specification);

        var answer = await host.Client.PostAsync(body, accept);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code is not null, answer.Json.TryGetProperty("errors", out _));
        if (code is not null)
            Assert.Equal(code, answer.Code);
        // a request that was not executed has no data at all, not even null
        Assert.Equal(body is Data or DataBesideErrors or NullBesideErrors, answer.Json.TryGetProperty("data", out _));
        var isSuccess = status is >= 200 and <= 299;
        var expected = specification == HttpSpecification.Draft2026 && !isSuccess ? Requests.GraphQLResponse : accept;
        Assert.Equal($"{expected}; charset=utf-8", answer.ContentType);
    }
}
