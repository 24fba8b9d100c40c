using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class StartUpErrorTests
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_member_and_remedy()
    {
        var problems = Built.Problems(typeof(Queries), typeof(MoreQueries), typeof(Lonely), typeof(Mutations));

        (string Member, string Part)[] expected =
        [
            ("Queries.Anything", "object says nothing"),
            ("Queries.Local", "DateTimeOffset"),
            ("Queries.Nothing", "returns nothing"),
            ("Queries.Unmarked", "[InterfaceType]"),
            ("Queries.Dictionary", "AddScalar"),
            ("Queries.WrongDefault", "Parameter count"),
            ("Queries.Service", "[Service]"),
            ("Queries.Loader", "[DataLoader]"),
            ("Queries.Local", "there is a field local already"),
            ("Lonely", "no field leads to"),
            ("SavePayload", "make it nullable"),
            ("Choice.Number", "question mark"),
            ("NoWay", "constructor parameter hidden"),
        ];
        Assert.All(expected, item => Assert.Contains(problems, problem =>
            problem.Contains(item.Member, StringComparison.Ordinal) && problem.Contains(item.Part, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, problems.Count);
    }

    [Fact]
    public void A_schema_without_queries_is_refused() => Assert.Contains("[QueryType]", Assert.Single(Built.Problems(typeof(Thing))), StringComparison.Ordinal);

    [Fact]
    public void Two_types_of_one_name_are_refused() =>
        Assert.Contains("another type is called Thing", Assert.Single(Built.Problems(typeof(TwoThings))), StringComparison.Ordinal);

    [Fact]
    public void What_only_the_validator_finds_is_told_too() =>
        Assert.Contains("__bad", Assert.Single(Built.Problems(typeof(BadName))), StringComparison.Ordinal);

    [QueryType]
    private static class Queries
    {
        public static object Anything => 0;

        public static DateTime Local => default;

        public static void Nothing()
        {
        }

        public static IUnmarked? Unmarked => null;

        public static Dictionary<string, int> Dictionary => [];

        public static int WrongDefault([DefaultValue("many")] int count) => count;

        public static int Service(IServiceOfMine service) => service.GetHashCode();

        public static int Loader(GraphQL.Execution.DataLoader<int, string> loader) => loader.GetHashCode();

        public static int Choose(Choice choice, NoWay way) => choice.GetHashCode() + way.GetHashCode();
    }

    [QueryType]
    private static class MoreQueries
    {
        public static int Local => 0;
    }

    [ExtendObjectType<Thing>]
    private static class Lonely
    {
        public static int Size => 0;
    }

    [MutationType]
    private static class Mutations
    {
        [Error<Oops>]
        public static SavePayload Save() => new("");
    }

    [QueryType]
    private static class TwoThings
    {
        public static Thing? One => null;

        public static Inner.Thing? Other => null;
    }

    [QueryType]
    private static class BadName
    {
        [GraphQLName("__bad")]
        public static int Number => 0;
    }

    private static class Inner
    {
        public sealed record Thing(int Size);
    }

    private sealed record Thing(int Size);

    private sealed record SavePayload(string Name);

    private sealed record Oops(string Message);

    private interface IUnmarked;

    private interface IServiceOfMine;

    [OneOf]
    private sealed record Choice(string? Text, int Number);

    private sealed class NoWay(int hidden)
    {
        public int Size { get; init; } = hidden;
    }
}
