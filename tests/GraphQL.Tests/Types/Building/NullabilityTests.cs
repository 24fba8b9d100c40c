using System.Collections.Immutable;
using System.Text.Json;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class NullabilityTests
{
    [Theory]
    [InlineData("text", "String!")]
    [InlineData("maybeText", "String")]
    [InlineData("number", "Int!")]
    [InlineData("maybeNumber", "Int")]
    [InlineData("long", "Long!")]
    [InlineData("short", "Short!")]
    [InlineData("byte", "Byte!")]
    [InlineData("float", "Float!")]
    [InlineData("double", "Float!")]
    [InlineData("decimal", "Decimal!")]
    [InlineData("instant", "DateTime!")]
    [InlineData("day", "Date")]
    [InlineData("uuid", "UUID!")]
    [InlineData("json", "JSON!")]
    [InlineData("maybeJson", "JSON")]
    [InlineData("array", "[String!]!")]
    [InlineData("listOfMaybe", "[String]!")]
    [InlineData("maybeListOfMaybe", "[String]")]
    [InlineData("numbers", "[Int!]!")]
    [InlineData("maybeNumbers", "[Int]!")]
    [InlineData("immutable", "[String!]!")]
    [InlineData("maybeImmutable", "[String]")]
    [InlineData("nested", "[[String]!]!")]
    [InlineData("set", "[Long!]!")]
    [InlineData("task", "String!")]
    [InlineData("maybeTask", "String")]
    [InlineData("valueTaskOfList", "[String]!")]
    [InlineData("stream", "[Int!]!")]
    [InlineData("oblivious", "String")]
    [InlineData("forced", "String!")]
    [InlineData("named", "[ID!]")]
    [InlineData("replaced", "Float")]
    public void The_annotations_of_a_result_decide_what_may_be_null(string field, string expected) =>
        Assert.Equal(expected, Built.Schema(typeof(Outputs)).FieldType("Query", field));

    [Theory]
    [InlineData("text", "String!")]
    [InlineData("maybeText", "String")]
    [InlineData("maybeNumber", "Int")]
    [InlineData("list", "[String]!")]
    [InlineData("optional", "String")]
    [InlineData("optionalNumber", "Int")]
    [InlineData("optionalList", "[Int!]")]
    [InlineData("withDefault", "Int!")]
    [InlineData("file", "Upload")]
    public void The_annotations_of_a_parameter_decide_what_must_be_given(string argument, string expected)
    {
        var field = Built.Schema(typeof(Inputs)).QueryType!.FindField("run")!;

        Assert.Equal(expected, field.FindArgument(argument)!.Type.ToString());
    }

    [QueryType]
    private static class Outputs
    {
        public static string Text => "";

        public static string? MaybeText => null;

        public static int Number => 0;

        public static int? MaybeNumber => null;

        public static long Long => 0;

        public static short Short => 0;

        public static byte Byte => 0;

        public static float Float => 0;

        public static double Double => 0;

        public static decimal Decimal => 0;

        public static DateTimeOffset Instant => default;

        public static DateOnly? Day => null;

        public static Guid Uuid => default;

        public static JsonElement Json => default;

        public static JsonDocument? MaybeJson => null;

        public static string[] Array => [];

        public static List<string?> ListOfMaybe => [];

        public static IReadOnlyList<string?>? MaybeListOfMaybe => null;

        public static IEnumerable<int> Numbers => [];

        public static int?[] MaybeNumbers => [];

        public static ImmutableArray<string> Immutable => [];

        public static ImmutableArray<string?>? MaybeImmutable => null;

        public static string?[][] Nested => [];

        public static IReadOnlySet<long> Set => new HashSet<long>();

        public static Task<string> GetTaskAsync() => Task.FromResult("");

        public static Task<string?> GetMaybeTaskAsync() => Task.FromResult<string?>(null);

        public static ValueTask<IReadOnlyList<string?>> GetValueTaskOfList() => default;

        public static IAsyncEnumerable<int> Stream() => AsyncEnumerable.Empty<int>();

#nullable disable
        public static string Oblivious => null;
#nullable restore

        [GraphQLNonNullType]
        public static string? Forced => null;

        [GraphQLType("[ID!]")]
        public static string[]? Named => null;

        [GraphQLType<double>]
        public static object? Replaced => null;
    }

    [QueryType]
    private static class Inputs
    {
        public static int Run(
            string text,
            string? maybeText,
            int? maybeNumber,
            List<string?> list,
            Optional<string> optional,
            Optional<int?> optionalNumber,
            Optional<IReadOnlyList<int>> optionalList,
            UploadedFile? file,
            int withDefault = 3) => 0;
    }
}
