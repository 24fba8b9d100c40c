using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class MutationConventionTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(Mutations));

    [Fact]
    public void Inputs_payloads_and_errors_follow_from_the_method()
    {
        const string Expected = """
            type Query {
              one: Int!
            }

            type Mutation {
              "Reads a log."
              importLog(input: ImportLogInput!): ImportLogPayload!
              renameLog(input: RenameLogInput!): RenameLogPayload!
              plain(number: Int!): Int!
            }

            "What `importLog` takes."
            input ImportLogInput {
              path: String!
            }

            "What `importLog` gives back."
            type ImportLogPayload {
              "Empty on errors."
              logs: [Log!]!
              created: Int!
              first: Log
              errors: [ImportLogError!]
            }

            "What `importLog` can refuse with."
            union ImportLogError = NotFoundError | BadFormatError | TooLargeError

            interface UserError {
              code: String!
              message: String!
            }

            type NotFoundError implements UserError {
              code: String!
              message: String!
              missingId: String!
            }

            type BadFormatError implements UserError {
              code: String!
              message: String!
            }

            type TooLargeError {
              limit: Long!
              message: String!
            }

            "What `renameLog` takes."
            input RenameLogInput {
              "Which."
              id: Int!
              name: String! = "new"
            }

            "What `renameLog` gives back."
            type RenameLogPayload {
              log: Log
              errors: [RenameLogError!]
            }

            "What `renameLog` can refuse with."
            union RenameLogError = NotFoundError

            type Log {
              name: String!
            }
            """;

        Built.AssertIs(Expected, Schema);
    }

    [Theory]
    [InlineData("good", """{"logs":[{"name":"good"}],"created":1,"first":{"name":"good"},"errors":null}""")]
    [InlineData("missing", """{"logs":[],"created":0,"first":null,"errors":[{"__typename":"NotFoundError","message":"No missing.","missingId":"missing"}]}""")]
    [InlineData("format", """{"logs":[],"created":0,"first":null,"errors":[{"__typename":"BadFormatError","message":"Not a log: format"}]}""")]
    [InlineData("large", """{"logs":[],"created":0,"first":null,"errors":[{"__typename":"TooLargeError","message":"Too large.","limit":10}]}""")]
    [InlineData("two", """{"logs":[],"created":0,"first":null,"errors":[{"__typename":"NotFoundError","message":"No a.","missingId":"a"},{"__typename":"NotFoundError","message":"No b.","missingId":"b"}]}""")]
    public async Task Errors_stand_in_the_payload_and_the_rest_is_empty(string path, string expected)
    {
        var response = await Schema.RunAsync(
            """
            mutation($input: ImportLogInput!) {
              importLog(input: $input) {
                logs { name } created first { name }
                errors { __typename ... on UserError { message } ... on NotFoundError { missingId } ... on TooLargeError { message limit } }
              }
            }
            """,
            $$"""{ "input": { "path": "{{path}}" } }""");

        Assert.Equal($"{{\"data\":{{\"importLog\":{expected}}}}}", response);
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("undeclared")]
    public async Task What_no_attribute_names_is_an_unexpected_failure(string path)
    {
        var response = await Schema.RunAsync($$"""mutation { importLog(input: { path: "{{path}}" }) { created } }""");

        Assert.Contains("\"data\":null", response, StringComparison.Ordinal);
        Assert.Contains(ErrorCodes.Internal, response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ id: 1 }""", """{"log":{"name":"new 1"},"errors":null}""")]
    [InlineData("""{ id: 2, name: "x" }""", """{"log":{"name":"x 2"},"errors":null}""")]
    [InlineData("""{ id: 0 }""", """{"log":null,"errors":[{"__typename":"NotFoundError"}]}""")]
    public async Task Parameters_become_one_input_and_a_result_becomes_a_payload(string input, string expected) => Assert.Equal(
        $"{{\"data\":{{\"renameLog\":{expected}}}}}",
        await Schema.RunAsync($$"""mutation { renameLog(input: {{input}}) { log { name } errors { __typename } } }"""));

    [QueryType]
    private static class Queries
    {
        public static int One => 1;
    }

    [MutationType]
    private static class Mutations
    {
        /// <summary>Reads a log.</summary>
        [Error<NotFoundError>]
        [Error<BadFormatError>]
        [Error(typeof(TooLargeException))]
        public static async Task<ImportLogPayload> ImportLogAsync(ImportLogInput input, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return input.Path switch
            {
                "missing" => throw new MutationException(new NotFoundError("missing")),
                "two" => throw new MutationException([new NotFoundError("a"), new NotFoundError("b")]),
                "format" => throw new FormatException("format"),
                "large" => throw new TooLargeException(10),
                "crash" => throw new InvalidOperationException("Not for clients."),
                "undeclared" => throw new MutationException(new Log("x")),
                var path => new ImportLogPayload([new Log(path)], 1, new Log(path)),
            };
        }

        /// <param name="id">Which.</param>
        /// <param name="name"></param>
        [Error<NotFoundError>]
        public static Log RenameLog(int id, string name = "new") =>
            id == 0 ? throw new MutationException(new NotFoundError("0")) : new Log($"{name} {id}");

        [UseMutationConvention(Disable = true)]
        public static int Plain(int number) => number;
    }

    /// <summary>What `importLog` takes.</summary>
    private sealed record ImportLogInput(string Path);

    /// <summary>What `importLog` gives back.</summary>
    /// <param name="Logs">Empty on errors.</param>
    /// <param name="Created"></param>
    /// <param name="First"></param>
    private sealed record ImportLogPayload(IReadOnlyList<Log> Logs, int Created, Log? First);

    private sealed record Log(string Name);

    [InterfaceType]
    private abstract record UserError(string Code, string Message);

    private sealed record NotFoundError(string MissingId) : UserError("NOT_FOUND", $"No {MissingId}.");

    private sealed record BadFormatError : UserError
    {
        public BadFormatError(FormatException exception)
            : base("BAD_FORMAT", $"Not a log: {exception.Message}")
        {
        }
    }

    private sealed class TooLargeException(long limit) : Exception("Too large.")
    {
        public long Limit { get; } = limit;
    }
}
