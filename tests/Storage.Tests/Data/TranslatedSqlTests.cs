using GraphQL.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Tests.Data;

public sealed class TranslatedSqlTests : IDisposable
{
    private readonly HeroContext _context = HeroContext.With([]);

    public static TheoryData<string, Predicate, string> Conditions => new()
    {
        { "a missing value differs from nothing", Compare(HeroFields.Title, ComparisonOperator.NotEqual, "x"), "\"Title\" IS NOT NULL AND \"h\".\"Title\" <> @p" },
        { "a test for null", Compare(HeroFields.Title, ComparisonOperator.Equal, null), "\"Title\" IS NULL" },
        { "a related object is joined", Compare(HeroFields.Size, ComparisonOperator.GreaterThan, 4), "\"h0\".\"Size\" > @p" },
        { "enums compare as numbers, without a cast", Compare(HeroFields.Former, ComparisonOperator.GreaterThan, Rank.Member), "\"h\".\"Former\" > @p" },
        { "a part needs no escaping", Text(TextOperator.Contains), "instr(\"h\".\"Title\", @p) > 0" },
        { "a prefix is a range that an index serves", Text(TextOperator.StartsWith), "\"h\".\"Title\" >= @p AND \"h\".\"Title\" < @p1" },
        { "a suffix is a substring", Text(TextOperator.EndsWith), "substr(\"h\".\"Title\", (length(\"h\".\"Title\") - @p) + 1) = @p1" },
        { "a list with null", new Predicate.In(HeroFields.Level, [1, null]), "\"Level\" IS NULL OR \"h\".\"Level\" = @p" },
        { "not in a list", new Predicate.Not(new Predicate.In(HeroFields.Level, [1, 2])), "\"Level\" IS NOT NULL AND \"h\".\"Level\" NOT IN (@" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Conditions_are_answered_by_the_database(string what, Predicate condition, string expected)
    {
        Assert.NotEmpty(what);
        var sql = _context.Heroes.Matching(condition).ToQueryString();
        Assert.Contains(expected, sql.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("LIKE", sql, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_one_statement_with_condition_order_and_limit()
    {
        var ordering = new Ordering([new OrderTerm(HeroFields.SeenAt, IsDescending: true)], new OrderTerm(HeroFields.Id, IsDescending: true));
        var query = new PageQuery(
            Compare(HeroFields.Online, ComparisonOperator.Equal, true),
            ordering,
            new PagingArguments(first: 5) { Selection = PageSelection.All with { TotalCount = false } });
        await query.ReadAsync(_context.Heroes, QueryExecution.Default, CancellationToken.None);

        var statement = Assert.Single(_context.TakeStatements());
        Assert.Contains("WHERE \"h\".\"Online\"", statement, StringComparison.Ordinal);
        Assert.Contains("ORDER BY \"h\".\"SeenAt\" IS NULL, \"h\".\"SeenAt\" DESC, \"h\".\"Id\" DESC", statement, StringComparison.Ordinal);
        Assert.Contains("LIMIT @", statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_alone_reads_no_row()
    {
        var ordering = new Ordering([], new OrderTerm(HeroFields.Id, IsDescending: false));
        var query = new PageQuery(Predicate.True, ordering, new PagingArguments { Selection = default(PageSelection) with { TotalCount = true } });
        var page = await query.ReadAsync(_context.Heroes, QueryExecution.Default, CancellationToken.None);

        Assert.Equal(0, page.TotalCount);
        Assert.StartsWith("SELECT COUNT(*)", Assert.Single(_context.TakeStatements()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_in_an_order_bounds_the_first_column_so_that_an_index_can_start_there()
    {
        var ordering = new Ordering([new OrderTerm(HeroFields.Name, IsDescending: false)], new OrderTerm(HeroFields.Id, IsDescending: false));
        var sql = _context.Heroes.Matching(ordering.Beyond(["n", 3], OrderSide.After, inclusive: false)).ToQueryString();
        Assert.Contains("WHERE \"h\".\"Name\" >= @p AND (\"h\".\"Name\" > @p1 OR \"h\".\"Id\" > @p2)", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_are_parameters_so_that_a_shape_of_query_is_compiled_once()
    {
        foreach (var constant in new[] { 1, 2, 3 })
            Assert.Empty(_context.Heroes.Matching(Compare(HeroFields.Level, ComparisonOperator.LessThan, constant)).ToList());
        Assert.Equal(1, _context.Compilations);
    }

    public void Dispose() => _context.Dispose();

    private static Predicate.Comparison Compare(FieldPath path, ComparisonOperator @operator, object? value) => new(path, @operator, value);

    private static Predicate.Text Text(TextOperator @operator) => new(HeroFields.Title, @operator, "50%_");
}
