using System.Collections.Immutable;
using System.Text;
using GraphQL.Authorization;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Authorization;

/// <summary>Properties of the views of random schemas with random roles on random members.</summary>
public sealed class ViewPropertyTests
{
    private static readonly string[] Roles = ["A", "B", "C"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_view_is_a_valid_schema_of_visible_members_alone(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var schema = RandomSchema(random);
            var views = new SchemaViews(schema);
            for (var bits = 0; bits < 1 << Roles.Length; bits++)
            {
                var roles = Roles.Where((_, i) => (bits & (1 << i)) != 0).ToArray();
                if (views.Of(roles).Schema is not { } view)
                    continue;

                Assert.Empty(SchemaValidator.Validate(view));
                foreach (var (coordinate, rules) in Members(schema))
                {
                    var mayBe = rules.All(rule => rule.Roles.IsEmpty || rule.Roles.Any(roles.Contains));
                    Assert.True(mayBe || !Members(view).Any(member => member.Coordinate == coordinate), $"{coordinate} for {string.Join(' ', roles)}");
                }

                // introspection walks by reference: whatever a view leads to is its own
                Assert.All(Referenced(view), type => Assert.Same(type, view.FindType(type.Name)));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_document_that_is_valid_in_a_view_uses_nothing_hidden_and_is_valid_in_the_whole(int seed)
    {
        var random = new Random(seed);
        var (valid, refused) = (0, 0);
        for (var round = 0; round < 60; round++)
        {
            var schema = RandomSchema(random);
            if (new SchemaViews(schema).Of([Roles[random.Next(Roles.Length)]]).Schema is not { } view)
                continue;
            var visible = Members(view).Select(static member => member.Coordinate).ToHashSet();
            for (var i = 0; i < 10; i++)
            {
                var used = new HashSet<string>();
                var text = new StringBuilder();
                WriteSelection(random, schema, schema.QueryType!, depth: 0, text, used);
                var document = Parser.ParseDocument(text.ToString());

                Assert.Empty(DocumentValidator.Validate(schema, document, ValidationOptions.Default));
                var errors = DocumentValidator.Validate(view, document, ValidationOptions.Default);
                if (used.IsSubsetOf(visible))
                {
                    valid++;
                    Assert.Empty(errors);
                }
                else
                {
                    refused++;
                    Assert.NotEmpty(errors);
                }
            }
        }

        Assert.True(valid > 20 && refused > 20, $"{valid} valid, {refused} refused");
    }

    [Fact]
    public void More_roles_never_show_less()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var views = new SchemaViews(RandomSchema(random));
            var fewer = views.Of([Roles[0]]).Schema;
            var more = views.Of(Roles[..2]).Schema;

            if (fewer is null)
                continue;
            Assert.NotNull(more);
            Assert.Subset(Members(more).Select(static member => member.Coordinate).ToHashSet(), Members(fewer).Select(static member => member.Coordinate).ToHashSet());
        }
    }

    private static IEnumerable<(string Coordinate, ImmutableArray<AuthorizationRule> Rules)> Members(Schema schema)
    {
        foreach (var type in schema.Types.Where(static type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in (type as ComplexType)?.Fields ?? [])
            {
                yield return ($"{type.Name}.{field.Name}", field.Authorization);
                foreach (var argument in field.Arguments)
                    yield return ($"{type.Name}.{field.Name}({argument.Name}:)", argument.Authorization);
            }

            foreach (var field in (type as InputObjectType)?.Fields ?? [])
                yield return ($"{type.Name}.{field.Name}", field.Authorization);
        }
    }

    private static IEnumerable<NamedType> Referenced(Schema schema)
    {
        foreach (var type in schema.Types)
        {
            foreach (var field in (type as ComplexType)?.Fields ?? [])
            {
                yield return field.Type.Named;
                foreach (var argument in field.Arguments)
                    yield return argument.Type.Named;
            }

            foreach (var other in (type as ComplexType)?.Interfaces.Cast<NamedType>() ?? (type as UnionType)?.Types ?? Enumerable.Empty<NamedType>())
                yield return other;
            foreach (var field in (type as InputObjectType)?.Fields ?? [])
                yield return field.Type.Named;
        }
    }

    private static void WriteSelection(Random random, Schema schema, NamedType type, int depth, StringBuilder text, HashSet<string> used)
    {
        text.Append("{ __typename ");
        foreach (var field in (type as ComplexType)?.Fields ?? [])
        {
            if (random.Next(3) == 0 || (field.Type.Named.IsComposite && depth > 3))
                continue;
            used.Add($"{type.Name}.{field.Name}");
            text.Append(field.Name);
            if (field.FindArgument("by") is { } by && (by.IsRequired || random.Next(2) == 0))
            {
                used.Add($"{type.Name}.{field.Name}(by:)");
                text.Append("(by: {");
                foreach (var input in ((InputObjectType)by.Type.Named).Fields.Where(input => input.IsRequired || random.Next(2) == 0))
                {
                    used.Add($"{by.Type.Named.Name}.{input.Name}");
                    text.Append(input.Name).Append(": 1 ");
                }

                text.Append("})");
            }

            text.Append(' ');
            if (field.Type.Named.IsComposite)
                WriteSelection(random, schema, field.Type.Named, depth + 1, text, used);
        }

        text.Append("} ");
    }

    private static Schema RandomSchema(Random random)
    {
        var text = new StringBuilder("schema { query: Q } type Q { ").Append(RandomFields(random)).Append("} ");
        for (var i = 0; i < 3; i++)
            text.Append($"interface I{i} {{ shared{i}: Int at{i}: T{random.Next(5)} }} ");
        for (var i = 0; i < 5; i++)
        {
            var interfaces = Enumerable.Range(0, 3).Where(_ => random.Next(3) == 0).ToList();
            text.Append($"type T{i}").Append(interfaces.Count == 0 ? "" : " implements " + string.Join(" & ", interfaces.Select(static item => $"I{item}")));
            text.Append(" { ").Append(RandomFields(random));
            foreach (var item in interfaces)
                text.Append($"shared{item}: Int at{item}: AT{item} ");
            text.Append("} ");
        }

        // a field that an interface has must have its type in all implementations
        foreach (var i in Enumerable.Range(0, 3))
        {
            var start = text.ToString().IndexOf($"at{i}: T", StringComparison.Ordinal) + $"at{i}: ".Length;
            text.Replace($"AT{i}", text.ToString(start, 2));
        }

        text.Append($"union U0 = T0 | T{1 + random.Next(4)} union U1 = T4 ");
        for (var i = 0; i < 3; i++)
            text.Append($"input In{i} {{ a: Int b: Int{(random.Next(4) == 0 ? "!" : "")} c: Int }} ");
        var schema = SchemaFromDocument.Build(Parser.ParseDocument(text.ToString()));
        Assert.Empty(SchemaValidator.Validate(schema));
        foreach (var type in schema.Types.Where(static type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in (type as ComplexType)?.Fields ?? [])
                field.Authorization = RandomRules(random);
            foreach (var field in (type as InputObjectType)?.Fields ?? [])
                field.Authorization = RandomRules(random);
        }

        return schema;
    }

    private static string RandomFields(Random random)
    {
        string[] types = ["Int", "String!", "T0", "T1!", "[T2!]!", "T3", "T4", "I0", "[I1]", "I2", "U0", "[U1!]"];
        var text = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            var argument = random.Next(3) == 0 ? $"(by: In{random.Next(3)}{(random.Next(3) == 0 ? "!" : "")})" : "";
            text.Append($"f{i}{types[random.Next(types.Length)].Length}x{random.Next(100)}{argument}: {types[random.Next(types.Length)]} ");
        }

        return text.ToString();
    }

    private static ImmutableArray<AuthorizationRule> RandomRules(Random random) => random.Next(4) != 0
        ? []
        : [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => new AuthorizationRule { Roles = [Roles[random.Next(Roles.Length)]] })];
}
