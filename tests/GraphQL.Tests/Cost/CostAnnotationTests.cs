using GraphQL.Data;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Cost;

/// <summary>What attributes say of cost, as the schema shows it.</summary>
public sealed class CostAnnotationTests
{
    [Theory]
    [InlineData("dear: String! @cost(weight: \"12.5\")")]
    [InlineData("find(text: String! @cost(weight: \"3\")): Boolean!")]
    [InlineData("some(first: Int!): [Thing!]! @listSize(assumedSize: 40, slicingArguments: [\"first\"], requireOneSlicingArgument: false)")]
    [InlineData("type Thing @cost(weight: \"2\") {")]
    [InlineData("enum Shade @cost(weight: \"0.5\") {")]
    [InlineData("  text: String! @cost(weight: \"5\")")]
    [InlineData("where: ThingFilterInput @cost(weight: \"10\")")]
    [InlineData("order: [ThingSortInput!] @cost(weight: \"10\")")]
    [InlineData("@listSize(assumedSize: 30, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 8, sizedFields: [\"edges\", \"nodes\"], requireOneSlicingArgument: false)")]
    [InlineData("contains: String @cost(weight: \"20\")")]
    [InlineData("directive @cost(")]
    [InlineData("directive @listSize(")]
    public void Attributes_become_directives(string part) =>
        Assert.Contains(part, Print(typeof(Queries)), StringComparison.Ordinal);

    [Fact]
    public void A_schema_that_says_nothing_of_cost_has_no_directive_for_it() =>
        Assert.DoesNotContain("directive", Print(typeof(Plain)), StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(Negative), "[Cost(-1)]")]
    [InlineData(typeof(Unknown), "slicing argument frist")]
    public void What_makes_no_sense_is_refused_at_start_up(Type type, string part)
    {
        var exception = Assert.Throws<SchemaBuildException>(() => Print(type));
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    private static string Print(Type type) =>
        SchemaPrinter.Print(new SchemaBuilder().AddType(type).Build(), new SchemaPrinterOptions { WithAppliedDirectives = true });

    [QueryType]
    public static class Queries
    {
        [Cost(12.5)]
        public static string GetDear() => "";

        public static bool Find([Cost(3)] string text) => text.Length > 0;

        [ListSize(AssumedSize = 40, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
        public static IReadOnlyList<Thing> GetSome(int first) => [new(first, Shade.Light)];

        [UsePaging(DefaultPageSize = 8, MaxPageSize = 30)]
        [UseFiltering]
        [UseSorting]
        public static IQueryable<Thing> GetThings() => Array.Empty<Thing>().AsQueryable();

        public static bool Search(SearchInput input) => input.Text.Length > 0;
    }

    [QueryType]
    public static class Plain
    {
        public static string GetName() => "";
    }

    [QueryType]
    public static class Negative
    {
        [Cost(-1)]
        public static string GetName() => "";
    }

    [QueryType]
    public static class Unknown
    {
        [ListSize(SlicingArguments = ["frist"])]
        public static IReadOnlyList<string> GetNames(int first) => [$"{first}"];
    }

    [Cost(2)]
    public sealed record Thing(int Id, Shade Shade)
    {
        public string Name => $"{Id}";

        public string? Note { get; init; }
    }

    [Cost(0.5)]
    public enum Shade
    {
        Light,
        Dark,
    }

    public sealed record SearchInput([property: Cost(5)] string Text);
}
