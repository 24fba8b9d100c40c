using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class NamingTests
{
    [Theory]
    [InlineData(nameof(Sample.GetBooksAsync), "books")]
    [InlineData(nameof(Sample.GetBook), "book")]
    [InlineData(nameof(Sample.Getaway), "getaway")]
    [InlineData(nameof(Sample.Get), "get")]
    [InlineData(nameof(Sample.Async), "async")]
    [InlineData(nameof(Sample.ISBN), "isbn")]
    [InlineData(nameof(Sample.ISBNNumber), "isbnNumber")]
    [InlineData(nameof(Sample.GetProperty), "getProperty")]
    [InlineData(nameof(Sample.Renamed), "called")]
    public void Fields_are_in_camel_case_without_get_and_async(string member, string expected)
    {
        var schema = Built.Schema(typeof(Sample));

        var fields = typeof(Sample).GetMember(member).Select(TypeRegistry.NameOf);
        Assert.Equal([expected], fields);
        Assert.Contains(expected, schema.FieldNames("Query"));
    }

    [Theory]
    [InlineData(Raid.LookingForRaid, "LOOKING_FOR_RAID")]
    [InlineData(Raid.Ring1, "RING_1")]
    [InlineData(Raid.Classic10Heroic, "CLASSIC_10_HEROIC")]
    [InlineData(Raid.HTTPServer, "HTTP_SERVER")]
    [InlineData(Raid.Normal, "NORMAL")]
    [InlineData(Raid.Already_Snake, "ALREADY_SNAKE")]
    [InlineData(Raid.Srd52, "SRD_5_2")]
    public void Enum_values_are_in_upper_snake_case_and_digits_stand_apart(Raid value, string expected)
    {
        var type = (EnumType)Built.Schema(typeof(Sample)).FindType("Raid")!;

        Assert.Equal(expected, type.FindByValue(value)!.Name);
        Assert.Equal(value, type.FindByName(expected)!.RuntimeValue);
    }

    [Fact]
    public void Types_lose_the_letter_of_interfaces_and_inputs_gain_their_suffix()
    {
        var schema = Built.Schema(typeof(TypeNames));

        Assert.IsType<InterfaceType>(schema.FindType("Thing"));
        Assert.IsType<ObjectType>(schema.FindType("Item"));
        Assert.IsType<InputObjectType>(schema.FindType("ItemInput"));
        Assert.IsType<InputObjectType>(schema.FindType("SearchInput"));
        Assert.IsType<ObjectType>(schema.FindType("PageOfItem"));
        Assert.IsType<ObjectType>(schema.FindType("Renamed"));
    }

    public enum Raid
    {
        LookingForRaid,
        Ring1,
        Classic10Heroic,
        HTTPServer,
        Normal,
        Already_Snake,
        [GraphQLName("SRD_5_2")]
        Srd52,
    }

    [QueryType]
    private static class Sample
    {
        public static Task<int> GetBooksAsync() => Task.FromResult(0);

        public static int GetBook() => 0;

        public static int Getaway() => 0;

        public static int Get() => 0;

        public static int Async() => 0;

        public static int ISBN => 0;

        public static int ISBNNumber => 0;

        public static int GetProperty => 0;

        [GraphQLName("called")]
        public static Raid Renamed => default;
    }

    [QueryType]
    private static class TypeNames
    {
        public static IThing? Thing(Item item, SearchInput search) => null;

        public static Page<Item>? Page => null;

        public static Other? Other => null;
    }

    [InterfaceType]
    private interface IThing
    {
        int Size { get; }
    }

    private sealed record Item(int Size) : IThing;

    private sealed record SearchInput(string Text);

    private sealed record Page<T>(IReadOnlyList<T> Items);

    [GraphQLName("Renamed")]
    private sealed record Other(int Size);
}
