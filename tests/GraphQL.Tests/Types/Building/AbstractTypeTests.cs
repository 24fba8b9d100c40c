using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class AbstractTypeTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(AnimalDefinition), typeof(AnimalExtension), typeof(DogExtension), typeof(CatDefinition));

    [Fact]
    public void Extensions_of_an_interface_reach_all_its_implementations()
    {
        const string Expected = """
            type Query {
              animals: [Animal!]!
              hits: [Hit!]!
            }

            "A living being."
            interface Animal implements Named {
              name: String!
              legs: Int!
              shout(times: Int! = 1): String!
            }

            interface Named {
              name: String!
            }

            type Dog implements Animal & Named {
              name: String!
              legs: Int!
              breed: String
              shout(times: Int! = 1): String!
              tail: Boolean!
            }

            "Has nine lives."
            type HouseCat implements Animal & Named {
              name: String!
              legs: Int!
              shout(times: Int! = 1): String!
            }

            type Page {
              title: String!
            }

            union Hit = HouseCat | Page
            """;

        Built.AssertIs(Expected, Schema);
    }

    [Fact]
    public async Task Values_of_abstract_types_find_their_object_type() => Assert.Equal(
        """
        {"data":{"animals":[{"__typename":"Dog","name":"Rex","shout":"Rex!Rex!","breed":"Pug","tail":true},{"__typename":"HouseCat","name":"Tom","shout":"Tom!Tom!"}],
        "hits":[{"title":"T"},{"legs":4}]}}
        """.ReplaceLineEndings(""),
        await Schema.RunAsync("""
            {
              animals { __typename name shout(times: 2) ... on Dog { breed tail } }
              hits { ... on Page { title } ... on Animal { legs } }
            }
            """));

    [QueryType]
    private static class Queries
    {
        public static IReadOnlyList<Animal> Animals => [new Dog("Rex", "Pug"), new Cat("Tom")];

        public static IEnumerable<IHit> Hits => [new Page("T"), new Cat("Tom")];
    }

    [InterfaceType]
    private interface INamed
    {
        string Name { get; }
    }

    private abstract record Animal(string Name) : INamed
    {
        public int Legs => 4;
    }

    private sealed record Dog(string Name, string? Breed) : Animal(Name);

    private sealed record Cat(string Name) : Animal(Name), IHit
    {
        public string Secret => "s";
    }

    [UnionType]
    private interface IHit;

    private sealed record Page(string Title) : IHit;

    /// <summary>A living being.</summary>
    [InterfaceType<Animal>]
    private static class AnimalDefinition;

    [ExtendObjectType<Animal>]
    private static class AnimalExtension
    {
        public static string Shout([Parent] Animal animal, int times = 1) => string.Concat(Enumerable.Repeat($"{animal.Name}!", times));
    }

    [ExtendObjectType(typeof(Dog))]
    private sealed class DogExtension
    {
        public Task<bool> GetTailAsync(Dog dog) => Task.FromResult(dog.Breed is not null);
    }

    /// <summary>Has nine lives.</summary>
    [ObjectType<Cat>(IgnoreProperties = [nameof(Cat.Secret)])]
    [GraphQLName("HouseCat")]
    private static class CatDefinition;
}
