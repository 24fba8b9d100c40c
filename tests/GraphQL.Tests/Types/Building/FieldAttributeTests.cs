using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class FieldAttributeTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(IHolder));

    [Fact]
    public void An_attribute_can_change_type_and_arguments_and_add_types()
    {
        const string Expected = """
            type Query {
              numbers(skip: Int, suffix: String): PageOfString!
              holder: Holder
            }

            type PageOfString {
              items: [String!]!
              itemType: String!
            }

            interface Holder {
              words(skip: Int): PageOfString!
            }

            type Box implements Holder {
              words(skip: Int): PageOfString!
            }
            """;

        Built.AssertIs(Expected, Schema);
    }

    [Fact]
    public async Task The_attribute_written_first_wraps_those_below_it() => Assert.Equal(
        """{"data":{"numbers":{"items":["2!","3!"],"itemType":"String"}}}""",
        await Schema.RunAsync("""{ numbers(skip: 1, suffix: "!") { items itemType } }"""));

    [Fact]
    public void Its_problems_are_told_with_the_member()
    {
        var problem = Assert.Single(Built.Problems(typeof(Misplaced)));

        Assert.Contains($"{nameof(Misplaced)}.{nameof(Misplaced.Number)}: A page needs a list.", problem, StringComparison.Ordinal);
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    private sealed class PagedAttribute([System.Runtime.CompilerServices.CallerLineNumber] int order = 0) : FieldAttribute(order)
    {
        public override void Configure(FieldBuilder field)
        {
            var element = field.ResultType.ElementType ?? throw new SchemaBuildException("A page needs a list.");
            field.Arguments.Insert(0, new InputValue { Name = "skip", Type = SpecifiedScalars.Int });
            var items = (ListType)field.Type.NullableType;
            field.Type = new NonNullType(field.Types.GetOrAdd($"PageOf{items.Named.Name}", () =>
            {
                var page = new ObjectType { Name = $"PageOf{items.Named.Name}" };
                field.Types.WhenComplete(() => page.Fields =
                [
                    new OutputField
                    {
                        Name = "items",
                        Type = new NonNullType(items),
                        Resolver = new GraphQL.Execution.FieldResolver.Synchronous(static context => context.Parent),
                    },
                    new OutputField
                    {
                        Name = "itemType",
                        Type = field.Types.Output(typeof(string)) is var text && text is NonNullType ? text : new NonNullType(text),
                        Resolver = new GraphQL.Execution.FieldResolver.Synchronous(_ => element.Type.Name),
                    },
                ]);
                return page;
            }));
            field.Then(static (context, value) => ((IEnumerable<string>)value!).Skip((int?)context.Argument("skip") ?? 0).ToList());
        }
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
    private sealed class SuffixAttribute([System.Runtime.CompilerServices.CallerLineNumber] int order = 0) : FieldAttribute(order)
    {
        public override void Configure(FieldBuilder field)
        {
            field.Arguments.Add(new InputValue { Name = "suffix", Type = SpecifiedScalars.String, DefaultValue = null });
            field.ThenAsync(static async (context, value) =>
            {
                await Task.Yield();
                return ((IEnumerable<string>)value!).Select(item => item + context.Argument("suffix")).ToList();
            });
        }
    }

    [QueryType]
    private static class Queries
    {
        [Paged]
        [Suffix]
        public static Task<IEnumerable<string>> GetNumbersAsync() => Task.FromResult<IEnumerable<string>>(["1", "2", "3"]);

        public static IHolder? Holder => null;
    }

    [QueryType]
    private static class Misplaced
    {
        [Paged]
        public static int Number => 0;
    }

    [InterfaceType]
    private interface IHolder
    {
        [Paged]
        IReadOnlyList<string> Words { get; }
    }

    private sealed class Box : IHolder
    {
        [Paged]
        public IReadOnlyList<string> Words => [];
    }
}
