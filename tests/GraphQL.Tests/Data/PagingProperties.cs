using System.Linq.Expressions;
using FsCheck;
using FsCheck.Fluent;
using GraphQL.Data;
using Xunit;

namespace GraphQL.Tests.Data;

/// <summary>Pages of random rows in random orders, against what Relay says of them in the plainest words.</summary>
public class PagingProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(120);
    private static readonly FieldPath Id = Path(nameof(Row.Id), isNullable: false);
    private static readonly FieldPath[] Sortable = [Path(nameof(Row.Rank), isNullable: true), Path(nameof(Row.Name), isNullable: true), Id];

    private static Gen<OrderTerm> Term =>
        from path in Gen.Elements(Sortable)
        from isDescending in Gen.Elements(true, false)
        select new OrderTerm(path, isDescending);

    private static Arbitrary<Case> Cases => (
        from count in Gen.Choose(0, 14)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from terms in Term.ArrayOf(3)
        from key in Gen.Elements(true, false)
        from size in Gen.Choose(0, 6)
        from backward in Gen.Elements(true, false)
        from after in Gen.Choose(-1, 14)
        from before in Gen.Choose(-1, 14)
        select new Case(count, seed, new Ordering(terms, new OrderTerm(Id, key)), size, backward, after, before)).ToArbitrary();

    [Fact]
    public void Every_combination_of_arguments_gives_the_rows_and_neighbours_that_Relay_says() => Check.One(Checks, Prop.ForAll(Cases, item =>
    {
        var rows = item.Rows;
        var all = Read(rows, item.Ordering, new PagingArguments(first: 100)).Edges;
        var after = item.After >= 0 && item.After < all.Count ? item.After : -1;
        var before = item.Before >= 0 && item.Before < all.Count ? item.Before : all.Count;
        var arguments = item.IsBackward
            ? new PagingArguments(last: item.Size, after: CursorAt(after), before: CursorAt(before))
            : new PagingArguments(first: item.Size, after: CursorAt(after), before: CursorAt(before));
        var page = Read(rows, item.Ordering, arguments);

        // ApplyCursorsToEdges, then EdgesToReturn; section 4.4 of the cursor connections specification.
        var between = all.Skip(after + 1).Take(Math.Max(0, before - after - 1)).ToList();
        var expected = item.IsBackward ? between.TakeLast(item.Size).ToList() : between.Take(item.Size).ToList();
        Assert.Equal(expected.Select(edge => edge.Node.Id), page.Nodes.Select(row => row.Id));
        Assert.Equal(expected.Select(edge => edge.Cursor), page.Edges.Select(edge => edge.Cursor));
        Assert.Equal(rows.Count, page.TotalCount);

        // A cursor's own row stands outside of the page, so with a cursor there is always a neighbour on its side.
        Assert.Equal(item.IsBackward ? before < all.Count : between.Count > item.Size || before < all.Count, page.PageInfo.HasNextPage);
        Assert.Equal(item.IsBackward ? between.Count > item.Size || after >= 0 : after >= 0, page.PageInfo.HasPreviousPage);

        string? CursorAt(int index) => index >= 0 && index < all.Count ? all[index].Cursor : null;
    }));

    [Fact]
    public void A_walk_over_rows_that_come_and_go_gives_every_row_that_stays_exactly_once() => Check.One(Checks, Prop.ForAll(Cases, item =>
    {
        var random = new Random(item.Seed);
        var rows = item.Rows.ToList();
        var staying = rows.Select(row => row.Id).ToHashSet();
        var seen = new List<int>();
        var size = Math.Max(1, item.Size);
        string? cursor = null;
        for (var step = 0; ; step++)
        {
            var page = Read(rows, item.Ordering, item.IsBackward
                ? new PagingArguments(last: size, before: cursor)
                : new PagingArguments(first: size, after: cursor));
            seen.AddRange(page.Nodes.Select(row => row.Id));
            if (!(item.IsBackward ? page.PageInfo.HasPreviousPage : page.PageInfo.HasNextPage) || step > 40)
                break;
            cursor = item.IsBackward ? page.PageInfo.StartCursor : page.PageInfo.EndCursor;

            // one row goes, perhaps the very one that the cursor was made of, and one comes.
            var gone = random.Next(3) == 0 ? page.Nodes[item.IsBackward ? 0 : ^1] : rows[random.Next(rows.Count)];
            rows.Remove(gone);
            staying.Remove(gone.Id);
            if (step < 5)
                rows.Add(Case.CreateRow(100 + step, random));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), staying);
    }));

    private static Connection<Row> Read(IReadOnlyList<Row> rows, Ordering ordering, PagingArguments arguments) =>
        new PageQuery(Predicate.True, ordering, arguments)
            .ReadAsync(rows.AsQueryable(), QueryExecution.Default, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private static FieldPath Path(string property, bool isNullable)
    {
        var row = Expression.Parameter(typeof(Row));
        return new FieldPath([new DataField(property, Expression.Lambda(Expression.Property(row, property), row), isNullable)]);
    }

    private sealed record Row(int Id, int? Rank, string? Name);

    private sealed record Case(int Count, int Seed, Ordering Ordering, int Size, bool IsBackward, int After, int Before)
    {
        public IReadOnlyList<Row> Rows
        {
            get
            {
                var random = new Random(Seed);
                return [.. Enumerable.Range(0, Count).Select(id => CreateRow(id, random))];
            }
        }

        public static Row CreateRow(int id, Random random) => new(
            id,
            random.Next(3) == 0 ? null : random.Next(3),
            random.Next(3) == 0 ? null : new[] { "", "a", "A", "😀", "é" }[random.Next(5)]);

        public override string ToString() =>
            $"{Count} rows of {Seed} by {string.Join(", ", Ordering.Terms)}, {(IsBackward ? "last" : "first")} {Size} after {After} before {Before}";
    }
}
