using FsCheck;
using FsCheck.Fluent;
using GraphQL.Data;

namespace Guildhall.Storage.Tests.Data;

public class QueryEquivalenceTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void Sqlite_and_memory_give_the_rows_that_the_meaning_gives() => Check.One(Checks, Prop.ForAll(HeroGenerator.Questions, question =>
    {
        var expected = PredicateOracle.Answer(question.Heroes, question.Predicate, question.Ordering).Select(hero => hero.Id).ToList();
        var inMemory = question.Heroes.AsQueryable().Matching(question.Predicate).InOrder(question.Ordering);
        Assert.Equal(expected, inMemory.Select(hero => hero.Id));

        using var context = HeroContext.With(question.Heroes);
        Assert.Equal(expected, context.Heroes.Matching(question.Predicate).InOrder(question.Ordering).Select(hero => hero.Id));
        AssertOrdered(Assert.Single(context.TakeStatements()));
    }));

    [Fact]
    public void Walking_pages_forward_and_backward_gives_every_row_once_and_in_order() => Check.One(Checks, Prop.ForAll(HeroGenerator.Questions, question =>
    {
        using var context = HeroContext.With(question.Heroes);
        var expected = PredicateOracle.Answer(question.Heroes, question.Predicate, question.Ordering).Select(hero => hero.Id).ToList();
        foreach (var source in new[] { context.Heroes, question.Heroes.AsQueryable() })
        {
            Walk(source, question, expected, isBackward: false).GetAwaiter().GetResult();
            Walk(source, question, expected, isBackward: true).GetAwaiter().GetResult();
        }

        foreach (var statement in context.TakeStatements().Where(statement => !statement.Contains("COUNT(*)", StringComparison.Ordinal)))
        {
            Assert.Contains("LIMIT", statement, StringComparison.Ordinal);
            if (statement.Contains("\"Name\"", StringComparison.Ordinal) && !statement.StartsWith("SELECT 1", StringComparison.Ordinal))
                AssertOrdered(statement);
        }
    }));

    [Theory]
    [InlineData(ComparisonOperator.Equal)]
    [InlineData(ComparisonOperator.NotEqual)]
    [InlineData(ComparisonOperator.GreaterThan)]
    [InlineData(ComparisonOperator.GreaterThanOrEqual)]
    [InlineData(ComparisonOperator.LessThan)]
    [InlineData(ComparisonOperator.LessThanOrEqual)]
    public void An_element_without_a_value_is_not_known_to_match(ComparisonOperator @operator)
    {
        int?[][] powers = [[], [null], [5], [4, null], [5, null], [6, 6], [4, 5, 6]];
        var heroes = powers.Select((items, id) => new Hero
        {
            Id = id,
            Name = "",
            Items = [.. items.Select((power, index) => new Item { Id = (id * 10) + index, HeroId = id, Power = power })],
        }).ToArray();
        using var context = HeroContext.With(heroes);
        var ordering = new Ordering([], new OrderTerm(HeroFields.Id, IsDescending: false));
        var element = new Predicate.Comparison(HeroFields.Power, @operator, 5);
        foreach (var quantifier in Enum.GetValues<Quantifier>())
        {
            foreach (var condition in new Predicate[] { element, new Predicate.Not(element), new Predicate.Or([element, new Predicate.Not(element)]) })
            {
                var quantified = new Predicate.Quantified(HeroFields.Items, quantifier, condition);
                foreach (var predicate in new Predicate[] { quantified, new Predicate.Not(quantified) })
                {
                    var expected = PredicateOracle.Answer(heroes, predicate, ordering).Select(hero => hero.Id);
                    Assert.Equal(expected, context.Heroes.Matching(predicate).InOrder(ordering).Select(hero => hero.Id));
                    Assert.Equal(expected, heroes.AsQueryable().Matching(predicate).InOrder(ordering).Select(hero => hero.Id));
                }
            }
        }
    }

    private static async Task Walk(IQueryable<Hero> source, Question question, List<int> expected, bool isBackward)
    {
        var walked = new List<int>();
        string? cursor = null;
        bool hasMore;
        do
        {
            var arguments = isBackward
                ? new PagingArguments(last: question.PageSize, before: cursor)
                : new PagingArguments(first: question.PageSize, after: cursor);
            var page = await new PageQuery(question.Predicate, question.Ordering, arguments)
                .ReadAsync(source, QueryExecution.Default, CancellationToken.None);
            var ids = page.Nodes.Select(hero => hero.Id).ToList();

            Assert.Equal(expected.Count, page.TotalCount);
            Assert.Equal(Math.Min(question.PageSize, expected.Count - walked.Count), ids.Count);
            Assert.Equal((page.Edges is [var start, ..] ? start.Cursor : null), page.PageInfo.StartCursor);
            Assert.Equal((page.Edges is [.., var end] ? end.Cursor : null), page.PageInfo.EndCursor);

            var wasFirst = walked.Count == 0;
            walked.InsertRange(isBackward ? 0 : walked.Count, ids);
            hasMore = walked.Count < expected.Count;
            Assert.Equal(hasMore, isBackward ? page.PageInfo.HasPreviousPage : page.PageInfo.HasNextPage);
            Assert.Equal(!wasFirst, isBackward ? page.PageInfo.HasNextPage : page.PageInfo.HasPreviousPage);
            cursor = isBackward ? page.PageInfo.StartCursor : page.PageInfo.EndCursor;
        }
        while (hasMore);

        Assert.Equal(expected, walked);
    }

    // Everything a page needs is decided by the database: EF Core throws on what it cannot translate, and these are there.
    private static void AssertOrdered(string statement) => Assert.Contains("ORDER BY", statement, StringComparison.Ordinal);
}
