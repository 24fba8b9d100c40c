using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Tests.Language;

/// <summary>Documents of every kind of node, the same for the same seed.</summary>
internal sealed class RandomSyntax(int seed)
{
    private static readonly string[] Names = ["a", "b", "id", "on", "type", "query", "fragment", "aLongerNameThanTheOthers", "__typename", "_0"];

    private static readonly string[] Texts =
    [
        "", " ", "a", "  a", "a ", "a\nb", "\n", "a\n", "\na", "a\n  b", "  a\n  b", "\"", "a\"", "\"\"\"", "\"\"\"\"", "\\", "a\\", "\\\"\"\"", "é😀",
        "\t\u0007\u007f\u0085", "a\u2028b", "{ $a @b # c", "a rather long text of more than seventy characters, so that it needs a line of its own",
    ];

    /// <summary>Without what a block string cannot hold: outer blank lines, and indentation that all lines share.</summary>
    private static readonly string[] BlockTexts =
    [
        "", "a", "  a", "a ", "a\nb", "a\n  b", "\"", "a\"", "\"\"\"", "\"\"\"\"", "\\", "a\\", "\\\"\"\"", "é😀", "a\u2028b", "a\n\n\tb",
        "a rather long text of more than seventy characters, so that it needs a line of its own",
    ];

    private readonly Random _random = new(seed);
    private int _budget = 200;

    /// <summary>A query without its keyword comes first, if at all: behind <c>type T</c> its braces would be the type's.</summary>
    public Document Document() => new()
    {
        Source = Source.From(""),
        Definitions = [.. Chance(3) ? [new OperationDefinition { Operation = OperationType.Query, SelectionSet = Selections() }] : Many(1, 1, Definition), .. Many(0, 4, Definition)],
    };

    private Definition Definition() => _random.Next(9) switch
    {
        0 or 1 => Operation(),
        2 => new FragmentDefinition
        {
            Description = Description(),
            Name = Name(except: "on"),
            TypeCondition = Named(),
            Directives = Directives(isConstant: false),
            SelectionSet = Selections(),
        },
        3 => new ObjectTypeDefinition { Description = Description(), Name = Name(), Interfaces = Many(0, 2, Named), Directives = Directives(), Fields = Many(0, 3, FieldDefinition) },
        4 => new InputObjectTypeDefinition { IsExtension = true, Name = Name(), Directives = Directives(), Fields = Many(1, 3, Input) },
        5 => new EnumTypeDefinition { Description = Description(), Name = Name(), Directives = Directives(), Values = Many(0, 3, EnumValueDefinition) },
        6 => new UnionTypeDefinition { Description = Description(), Name = Name(), Directives = Directives(), Types = Many(0, 3, Named) },
        7 => new SchemaDefinition
        {
            Description = Description(),
            Directives = Directives(),
            OperationTypes = [new OperationTypeDefinition { Operation = OperationType.Query, Type = Named() }],
        },
        _ => new DirectiveDefinition { Description = Description(), Name = Name(), Arguments = Many(0, 3, Input), IsRepeatable = Chance(2), Locations = [new Name("FIELD"), new Name("ENUM")] },
    };

    private OperationDefinition Operation() => new()
    {
        Operation = (OperationType)_random.Next(3),
        Description = Description(),
        Name = Name(),
        Variables = Many(0, 3, () => new VariableDefinition
        {
            Description = Description(),
            Variable = new Variable { Name = Name() },
            Type = Type(),
            DefaultValue = Chance(2) ? Value(isConstant: true) : null,
            Directives = Directives(),
        }),
        Directives = Directives(isConstant: false),
        SelectionSet = Selections(),
    };

    private SelectionSet Selections() => new() { Selections = Many(1, 3, Selection) };

    private Selection Selection() => _random.Next(5) switch
    {
        0 => new FragmentSpread { Name = Name(except: "on"), Directives = Directives(isConstant: false) },
        1 when _budget > 0 => new InlineFragment { TypeCondition = Chance(2) ? Named() : null, Directives = Directives(isConstant: false), SelectionSet = Selections() },
        _ => new Field
        {
            Alias = Chance(4) ? Name() : null,
            Name = Name(),
            Arguments = Arguments(isConstant: false),
            Directives = Directives(isConstant: false),
            SelectionSet = Chance(3) && _budget > 0 ? Selections() : null,
        },
    };

    private FieldDefinition FieldDefinition() => new() { Description = Description(), Name = Name(), Arguments = Many(0, 2, Input), Type = Type(), Directives = Directives() };

    private InputValueDefinition Input() => new() { Description = Description(), Name = Name(), Type = Type(), DefaultValue = Chance(2) ? Value(isConstant: true) : null, Directives = Directives() };

    private EnumValueDefinition EnumValueDefinition() => new() { Description = Description(), Name = Name(), Directives = Directives() };

    private ImmutableArray<Directive> Directives(bool isConstant = true) =>
        Chance(3) ? Many(1, 2, () => new Directive { Name = Name(), Arguments = Arguments(isConstant) }) : [];

    private ImmutableArray<Argument> Arguments(bool isConstant) =>
        Chance(2) ? Many(1, 3, () => new Argument { Name = Name(), Value = Value(isConstant) }) : [];

    private Value Value(bool isConstant) => _random.Next(_budget > 0 ? 10 : 7) switch
    {
        0 => new IntValue { Text = _random.Next(-100, 100).ToString() },
        1 => new FloatValue { Text = "-1.5e10" },
        2 => new BooleanValue { Value = Chance(2) },
        3 => new NullValue(),
        4 => new EnumValue { Text = Name().Value },
        5 when !isConstant => new Variable { Name = Name() },
        5 or 6 => Text(),
        7 => new ListValue { Items = Many(0, 5, () => Value(isConstant)) },
        _ => new ObjectValue { Fields = Many(0, 5, () => new ObjectField { Name = Name(), Value = Value(isConstant) }) },
    };

    private StringValue Text()
    {
        var isBlock = Chance(2);
        var texts = isBlock ? BlockTexts : Texts;
        return new StringValue { Text = texts[_random.Next(texts.Length)], Block = isBlock };
    }

    private StringValue? Description() => Chance(3) ? Text() : null;

    private TypeReference Type()
    {
        TypeReference type = Chance(3) ? new ListTypeReference { Type = Type() } : Named();
        return Chance(3) ? new NonNullTypeReference { Type = type } : type;
    }

    private NamedTypeReference Named() => new() { Name = Name() };

    private Name Name(string? except = null)
    {
        var name = Names[_random.Next(Names.Length)];
        return new Name(name == except ? "other" : name);
    }

    private bool Chance(int outOf) => _random.Next(outOf) == 0;

    private ImmutableArray<T> Many<T>(int least, int most, Func<T> make)
    {
        var nodes = ImmutableArray.CreateBuilder<T>();
        for (var count = _random.Next(least, most + 1); count > 0; count--)
        {
            _budget--;
            nodes.Add(make());
        }

        return nodes.ToImmutable();
    }
}
