using System.Linq.Expressions;
using GraphQL.Data;
using Xunit;

namespace GraphQL.Tests.Data;

public class PredicateTests
{
    private static readonly FieldPath Number = Path("number", row => row.Number, isNullable: true);
    private static readonly FieldPath Text = Path("text", row => row.Text, isNullable: true);
    private static readonly FieldPath Key = Path("key", row => row.Key, isNullable: false);
    private static readonly FieldPath Parts = Path("parts", row => row.Parts, isNullable: true);
    private static readonly FieldPath Part = new([DataField.Element(typeof(string))]);
    private static readonly FieldPath InnerNumber = Path("inner", row => row.Inner, isNullable: true)
        .Then(new DataField("key", (Expression<Func<Row, int>>)(row => row.Key), isNullable: false));

    private static readonly Row[] Rows =
    [
        new(1, 5, "a", ["x", null], null),
        new(2, null, null, null, new Row(9, 0, "", [], null)),
        new(3, 7, "ab", [], null),
        new(4, 5, "A", ["x", "x"], new Row(1, 0, "", [], null)),
    ];

    /// <summary>What is unknown matches neither as it is nor negated; exceptions are the tests for null, and quantifiers.</summary>
    public static TheoryData<string, Predicate, string, string> Meanings => new()
    {
        { "equal", Compare(Number, ComparisonOperator.Equal, 5), "1 4", "3" },
        { "not equal", Compare(Number, ComparisonOperator.NotEqual, 5), "3", "1 4" },
        { "greater", Compare(Number, ComparisonOperator.GreaterThan, 5), "3", "1 4" },
        { "at least", Compare(Number, ComparisonOperator.GreaterThanOrEqual, 5), "1 3 4", "" },
        { "less", Compare(Number, ComparisonOperator.LessThan, 7), "1 4", "3" },
        { "at most", Compare(Number, ComparisonOperator.LessThanOrEqual, 5), "1 4", "3" },
        { "null", Compare(Number, ComparisonOperator.Equal, null), "2", "1 3 4" },
        { "not null", Compare(Number, ComparisonOperator.NotEqual, null), "1 3 4", "2" },
        { "greater than null", Compare(Number, ComparisonOperator.GreaterThan, null), "", "" },
        { "in", new Predicate.In(Number, [5, 6]), "1 4", "3" },
        { "in, with null", new Predicate.In(Number, [5, null]), "1 2 4", "3" },
        { "in nothing", new Predicate.In(Number, []), "", "1 2 3 4" },
        { "in null alone", new Predicate.In(Number, [null]), "2", "1 3 4" },
        { "contains", new Predicate.Text(Text, TextOperator.Contains, "a"), "1 3", "4" },
        { "starts with", new Predicate.Text(Text, TextOperator.StartsWith, "a"), "1 3", "4" },
        { "ends with", new Predicate.Text(Text, TextOperator.EndsWith, "b"), "3", "1 4" },
        { "an empty part", new Predicate.Text(Text, TextOperator.Contains, ""), "1 3 4", "" },
        { "text above", Compare(Text, ComparisonOperator.GreaterThan, "A"), "1 3", "4" },
        { "a key is never missing", Compare(Key, ComparisonOperator.NotEqual, null), "1 2 3 4", "" },
        { "behind a missing object", Compare(InnerNumber, ComparisonOperator.NotEqual, 9), "4", "2" },
        { "all", Quantified(Quantifier.All), "2 3 4", "1" },
        { "some", Quantified(Quantifier.Some), "1 4", "2 3" },
        { "none", Quantified(Quantifier.None), "2 3", "1 4" },
        { "any element", new Predicate.Quantified(Parts, Quantifier.Some, Predicate.True), "1 4", "2 3" },
        { "every row", Predicate.True, "1 2 3 4", "" },
        { "unknown and false is false", And(Compare(Number, ComparisonOperator.Equal, 5), Predicate.False), "", "1 2 3 4" },
        { "unknown or true is true", Or(Compare(Number, ComparisonOperator.Equal, 5), Predicate.True), "1 2 3 4", "" },
        { "unknown and true is unknown", And(Compare(Number, ComparisonOperator.Equal, 5), Predicate.True), "1 4", "3" },
        { "or", Or(Compare(Number, ComparisonOperator.Equal, 7), Compare(Text, ComparisonOperator.Equal, "a")), "1 3", "4" },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Conditions_and_their_negations_match_what_is_known_of_rows(string what, Predicate predicate, string matches, string negated)
    {
        Assert.NotEmpty(what);
        Assert.Equal(matches, Keys(Rows.AsQueryable().Matching(predicate)));
        Assert.Equal(negated, Keys(Rows.AsQueryable().Matching(new Predicate.Not(predicate))));
        Assert.Equal(matches, Keys(Rows.AsQueryable().Matching(new Predicate.Not(new Predicate.Not(predicate)))));
    }

    [Fact]
    public void An_order_ends_in_its_key_and_drops_what_decides_nothing()
    {
        var ordering = new Ordering(
            [new OrderTerm(Number, true), new OrderTerm(Number, false), new OrderTerm(Key, true), new OrderTerm(Text, false)], new OrderTerm(Key, false));
        Assert.Equal([new OrderTerm(Number, true), new OrderTerm(Key, true)], ordering.Terms.AsEnumerable());
        Assert.Throws<ArgumentException>(() => new Ordering([], new OrderTerm(Number, false)));
    }

    [Theory]
    [InlineData(false, "1 4 3 2")]
    [InlineData(true, "3 4 1 2")]
    public void Missing_values_come_last_in_both_directions(bool isDescending, string expected)
    {
        var ordering = new Ordering([new OrderTerm(Number, isDescending)], new OrderTerm(Key, isDescending));
        Assert.Equal(expected, Keys(Rows.AsQueryable().InOrder(ordering)));
        Assert.Equal(string.Join(' ', expected.Split(' ').Reverse()), Keys(Rows.AsQueryable().InOrder(ordering, isReversed: true)));
    }

    [Fact]
    public void A_place_divides_the_rows_into_those_before_it_and_those_behind_it()
    {
        foreach (var isDescending in new[] { false, true })
        {
            var ordering = new Ordering([new OrderTerm(Number, isDescending), new OrderTerm(Text, !isDescending)], new OrderTerm(Key, isDescending));
            var rows = Rows.AsQueryable().InOrder(ordering).ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                object?[] place = [rows[i].Number, rows[i].Text, rows[i].Key];
                Assert.Equal(rows[..i], Beyond(OrderSide.Before, inclusive: false));
                Assert.Equal(rows[..(i + 1)], Beyond(OrderSide.Before, inclusive: true));
                Assert.Equal(rows[(i + 1)..], Beyond(OrderSide.After, inclusive: false));
                Assert.Equal(rows[i..], Beyond(OrderSide.After, inclusive: true));

                List<Row> Beyond(OrderSide side, bool inclusive) =>
                    [.. Rows.AsQueryable().Matching(ordering.Beyond(place, side, inclusive)).InOrder(ordering)];
            }
        }
    }

    [Fact]
    public void Text_orders_by_code_points_not_by_the_units_of_UTF_16()
    {
        string[] texts = ["", "A", "a", "aa", "é", "\uD7FF", "\uE000", "\uFF21", "😀", "😀a", "\U0010FFFF"];
        var rows = texts.Select((text, index) => new Row(index, null, text, null, null)).Reverse().AsQueryable();
        Assert.Equal(texts, rows.InOrder(new Ordering([new OrderTerm(Text, false)], new OrderTerm(Key, false))).Select(row => row.Text));
    }

    private static Predicate.Comparison Compare(FieldPath path, ComparisonOperator @operator, object? value) => new(path, @operator, value);

    private static Predicate.And And(params Predicate[] operands) => new([.. operands]);

    private static Predicate.Or Or(params Predicate[] operands) => new([.. operands]);

    private static Predicate.Quantified Quantified(Quantifier quantifier) => new(Parts, quantifier, Compare(Part, ComparisonOperator.Equal, "x"));

    private static FieldPath Path<TValue>(string name, Expression<Func<Row, TValue>> accessor, bool isNullable) => new([new DataField(name, accessor, isNullable)]);

    private static string Keys(IQueryable<Row> rows) => string.Join(' ', rows.Select(row => row.Key));

    private sealed record Row(int Key, int? Number, string? Text, IReadOnlyList<string?>? Parts, Row? Inner);
}
