using System.Text.Json;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Tests.Execution;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Data;

public class PagingOptionTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddType(typeof(Queries)).Build();
    private static readonly RequestExecutor Executor = new(Schema);

    public static TheoryData<string, string, string> Shapes => new()
    {
        { "forward", "first: Int, after: String", "Row" },
        { "counted", "first: Int, after: String, last: Int, before: String", "Row" },
        { "uncounted", "first: Int, after: String, last: Int, before: String", "Plain" },
        { "segment", "skip: Int, take: Int", "Row" },
        { "shortSegment", "skip: Int, take: Int", "Plain" },
    };

    public static TheoryData<string, string?> Requests => new()
    {
        { "bounded { nodes { id } }", "BAD_ARGUMENT" },
        { "bounded(after: null) { nodes { id } }", "BAD_ARGUMENT" },
        { "bounded(first: 2) { nodes { id } }", null },
        { "bounded(last: 2) { nodes { id } }", null },
        { "boundedSegment { items { id } }", "BAD_ARGUMENT" },
        { "boundedSegment(take: 2) { items { id } }", null },
        { "segment(skip: 10001) { items { id } }", "LIMIT_EXCEEDED" },
        { "segment(skip: 2147483647, take: 1) { items { id } }", "LIMIT_EXCEEDED" },
        { "shortSegment(skip: 4) { items { id } }", "LIMIT_EXCEEDED" },
        { "shortSegment(take: 3) { items { id } }", "LIMIT_EXCEEDED" },
        { "several { id }", "NOT_UNIQUE" },
    };

    public static TheoryData<string, string> Answers => new()
    {
        { "segment(skip: 1, take: 2) { items { id } pageInfo { hasNextPage hasPreviousPage } totalCount }", """{"items":[{"id":2},{"id":3}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true},"totalCount":5}""" },
        { "segment(skip: 3) { items { id } pageInfo { hasNextPage hasPreviousPage } }", """{"items":[{"id":4},{"id":5}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}""" },
        { "segment(skip: 9, take: 0) { items { id } pageInfo { hasNextPage } }", """{"items":[],"pageInfo":{"hasNextPage":false}}""" },
        { "segment(take: 0) { pageInfo { hasNextPage } }", """{"pageInfo":{"hasNextPage":true}}""" },
        { "shortSegment { items { id } }", """{"items":[{"id":1}]}""" },
        { "ownSegment(skip: 7, take: 3) { items { id } totalCount }", """{"items":[{"id":73}],"totalCount":9}""" },
        { "firstRow { id }", """{"id":1}""" },
        { "only { id }", """{"id":4}""" },
        { "nobody { id }", "null" },
        { "asked { id name }", """{"id":1,"name":"asked for id and name"}""" },
        { "asked { id }", """{"id":1}""" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Options_shape_the_field(string name, string arguments, string typeName)
    {
        var field = Schema.QueryType!.FindField(name)!;
        Assert.Equal(arguments, string.Join(", ", field.Arguments.Select(argument => $"{argument.Name}: {argument.Type}")));
        var suffix = name.EndsWith("egment", StringComparison.Ordinal) ? "CollectionSegment" : "Connection";
        Assert.Equal($"{typeName}{suffix}!", field.Type.ToString());
        Assert.Equal(typeName == "Row", ((ObjectType)field.Type.Named).FindField("totalCount") is not null);
    }

    [Fact]
    public void A_segment_has_the_fields_of_the_convention()
    {
        var segment = (ObjectType)Schema.FindType("RowCollectionSegment")!;
        Assert.Equal(
            "items: [Row!]!, pageInfo: CollectionSegmentInfo!, totalCount: Int!",
            string.Join(", ", segment.Fields.Select(field => $"{field.Name}: {field.Type}")));
        var info = (ObjectType)Schema.FindType("CollectionSegmentInfo")!;
        Assert.Equal("hasNextPage: Boolean!, hasPreviousPage: Boolean!", string.Join(", ", info.Fields.Select(field => $"{field.Name}: {field.Type}")));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_options_ask_for_is_asked_of_requests(string selection, string? code)
    {
        var response = await RunAsync(selection);
        Assert.Equal(code, response.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Segments_and_single_rows_are_read(string selection, string expected) =>
        Assert.Equal(expected, (await RunAsync(selection)).GetProperty("data").EnumerateObject().Single().Value.GetRawText());

    private static async Task<JsonElement> RunAsync(string selection)
    {
        using var result = await Executor.ExecuteAsync(Api.Request($"{{ {selection} }}"), CancellationToken.None);
        return JsonDocument.Parse(result.ToString()).RootElement;
    }

    public sealed record Row(int Id, string Name = "");

    [QueryType]
    public static class Queries
    {
        private static readonly Row[] Rows = [.. Enumerable.Range(1, 5).Select(id => new Row(id))];

        [UsePaging(AllowBackwardPagination = false)]
        public static IReadOnlyList<Row> GetForward() => Rows;

        [UsePaging]
        public static IReadOnlyList<Row> GetCounted() => Rows;

        [UsePaging(IncludeTotalCount = false, ConnectionName = "Plain")]
        public static IReadOnlyList<Row> GetUncounted() => Rows;

        [UsePaging(RequirePagingBoundaries = true)]
        public static IReadOnlyList<Row> GetBounded() => Rows;

        [UseOffsetPaging]
        public static IReadOnlyList<Row> GetSegment() => Rows;

        [UseOffsetPaging(RequirePagingBoundaries = true)]
        public static IReadOnlyList<Row> GetBoundedSegment() => Rows;

        [UseOffsetPaging(MaxSkip = 3, MaxPageSize = 2, DefaultPageSize = 1, IncludeTotalCount = false, CollectionSegmentName = "Plain")]
        public static IReadOnlyList<Row> GetShortSegment() => Rows;

        [UseOffsetPaging]
        public static CollectionSegment<Row> GetOwnSegment(OffsetPagingArguments paging) =>
            new([new Row((paging.Skip * 10) + paging.Take)], new CollectionSegmentInfo(HasNextPage: false, HasPreviousPage: true), totalCount: 9);

        [UseFirstOrDefault]
        public static IQueryable<Row> GetFirstRow() => Rows.Reverse().AsQueryable();

        [UseSingleOrDefault]
        public static IQueryable<Row> GetOnly() => Rows.Where(row => row.Id == 4).AsQueryable();

        [UseSingleOrDefault]
        public static IQueryable<Row> GetNobody() => Rows.Where(row => row.Id == 0).AsQueryable();

        [UseSingleOrDefault]
        public static IQueryable<Row> GetSeveral() => Rows.AsQueryable();

        public static Row GetAsked([IsSelected("name")] bool name, [IsSelected("id")] bool id) =>
            new(1, $"asked for {(id ? "id" : "")}{(name ? " and name" : "")}");
    }
}
