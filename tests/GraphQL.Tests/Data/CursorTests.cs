using System.Buffers.Text;
using System.Linq.Expressions;
using GraphQL.Data;
using Xunit;

namespace GraphQL.Tests.Data;

public class CursorTests
{
    public static TheoryData<string> Types => ["Text", "Number", "Instant", "Guid", "Flag", "Share", "Price", "Kind", "Day", "Small"];

    private static readonly Row Full = new(
        1, "a\"😀", long.MinValue, DateTimeOffset.UnixEpoch.AddTicks(7), System.Guid.Parse("0102030405060708090a0b0c0d0e0f10"), true, -0.1, 12.50m, DayOfWeek.Friday,
        new DateOnly(2026, 11, 20), 200);

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_of_value_survives_in_a_cursor(string property)
    {
        Row[] rows = [Full with { Id = 0 }, Full, Full with { Id = 2 }];
        var ordering = new Ordering([new OrderTerm(PathTo(property), IsDescending: true)], new OrderTerm(PathTo(nameof(Row.Id)), IsDescending: false));
        var first = await ReadAsync(rows, ordering, new PagingArguments(first: 1));
        var rest = await ReadAsync(rows, ordering, new PagingArguments(first: 5, after: first.PageInfo.EndCursor));
        Assert.Equal([1, 2], rest.Nodes.Select(row => row.Id));
    }

    [Fact]
    public async Task What_nobody_gave_out_is_refused_and_nothing_else_goes_wrong()
    {
        var ordering = new Ordering([new OrderTerm(PathTo("Text"), false), new OrderTerm(PathTo("Instant"), true)], new OrderTerm(PathTo("Id"), false));
        var page = await ReadAsync([Full], ordering, new PagingArguments(first: 1));
        var bytes = Base64Url.DecodeFromChars(page.PageInfo.EndCursor);

        foreach (var nonsense in new[] { "", "a b", "é", new string('A', 10_000), page.PageInfo.EndCursor + "AAAA" })
            Assert.Equal(ErrorCodes.BadCursor, await CodeOf(nonsense));
        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.Equal(ErrorCodes.BadCursor, await CodeOf(Base64Url.EncodeToString(bytes.AsSpan(0, i))));
            foreach (var mask in new byte[] { 1, 0x7F, 0x80, 0xFF })
            {
                // A changed value may still be a place; whatever else it is has the one code.
                var changed = bytes.ToArray();
                changed[i] ^= mask;
                Assert.Contains(await CodeOf(Base64Url.EncodeToString(changed)), new[] { null, ErrorCodes.BadCursor });
            }
        }

        async Task<string?> CodeOf(string cursor)
        {
            try
            {
                await ReadAsync([Full], ordering, new PagingArguments(first: 1, after: cursor));
                return null;
            }
            catch (GraphQLException exception)
            {
                return Assert.Single(exception.Errors).Code;
            }
        }
    }

    private static ValueTask<Connection<Row>> ReadAsync(Row[] rows, Ordering ordering, PagingArguments arguments) =>
        new PageQuery(Predicate.True, ordering, arguments).ReadAsync(rows.AsQueryable(), QueryExecution.Default, CancellationToken.None);

    private static FieldPath PathTo(string property)
    {
        var row = Expression.Parameter(typeof(Row));
        return new FieldPath([new DataField(property, Expression.Lambda(Expression.Property(row, property), row), isNullable: false)]);
    }

    private sealed record Row(
        int Id, string Text, long Number, DateTimeOffset Instant, Guid Guid, bool Flag, double Share, decimal Price, DayOfWeek Kind, DateOnly Day, byte Small);
}
