using System.Collections.Immutable;
using System.Globalization;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>
/// The directives that say what a request costs, as IBM's "GraphQL Cost Directives" specification (draft of 2023) has them. A schema
/// made of C# has those of them that it uses; one that comes from a document defines them itself.
/// </summary>
public static class CostDirectives
{
    /// <summary><c>@cost(weight:)</c>.</summary>
    public static DirectiveType Cost { get; } = new()
    {
        Name = "cost",
        Description = "What a field, argument or input field adds to a request's field cost, and a type to its type cost.",
        Arguments =
        [
            new InputValue { Name = "weight", Description = "A number that is not negative.", Type = new NonNullType(SpecifiedScalars.String) },
        ],
        Locations =
        [
            DirectiveLocations.ArgumentDefinition,
            DirectiveLocations.Enum,
            DirectiveLocations.FieldDefinition,
            DirectiveLocations.InputFieldDefinition,
            DirectiveLocations.Object,
            DirectiveLocations.Scalar,
        ],
    };

    /// <summary><c>@listSize(assumedSize:, slicingArguments:, slicingArgumentDefaultValue:, sizedFields:, requireOneSlicingArgument:)</c>.</summary>
    public static DirectiveType ListSize { get; } = new()
    {
        Name = "listSize",
        Description = "How many elements a list has, for the cost of a request.",
        Arguments =
        [
            new InputValue { Name = "assumedSize", Description = "Elements when no argument says.", Type = SpecifiedScalars.Int },
            new InputValue
            {
                Name = "slicingArguments",
                Description = "Arguments whose value, or whose length when they are lists, is the number of elements; `input.first` looks inside an input.",
                Type = new ListType(new NonNullType(SpecifiedScalars.String)),
            },
            new InputValue
            {
                Name = "slicingArgumentDefaultValue",
                Description = "Elements when no slicing argument is given.",
                Type = SpecifiedScalars.Int,
            },
            new InputValue
            {
                Name = "sizedFields",
                Description = "Lists inside the field's object that have this size, in the stead of the field itself.",
                Type = new ListType(new NonNullType(SpecifiedScalars.String)),
            },
            new InputValue
            {
                Name = "requireOneSlicingArgument",
                Description = "Whether a request must give exactly one of the slicing arguments.",
                Type = new NonNullType(SpecifiedScalars.Boolean),
                DefaultValue = new BooleanValue { Value = true },
            },
        ],
        Locations = [DirectiveLocations.FieldDefinition],
    };

    /// <summary>Both of them.</summary>
    public static ImmutableArray<DirectiveType> All { get; } = [Cost, ListSize];

    /// <summary>A use of <c>@cost</c>.</summary>
    /// <param name="weight">Not negative, and finite.</param>
    public static Directive CostOf(double weight) => new()
    {
        Name = new Name(Cost.Name),
        Arguments = [Argument("weight", new StringValue { Text = weight.ToString(CultureInfo.InvariantCulture) })],
    };

    /// <summary>A use of <c>@listSize</c>; what is null or empty is left out.</summary>
    public static Directive ListSizeOf(
        int? assumedSize,
        IReadOnlyCollection<string> slicingArguments,
        int? slicingArgumentDefaultValue,
        IReadOnlyCollection<string> sizedFields,
        bool requireOneSlicingArgument)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        if (assumedSize is { } size)
            arguments.Add(Argument("assumedSize", Number(size)));
        if (slicingArguments.Count > 0)
            arguments.Add(Argument("slicingArguments", Names(slicingArguments)));
        if (slicingArgumentDefaultValue is { } @default)
            arguments.Add(Argument("slicingArgumentDefaultValue", Number(@default)));
        if (sizedFields.Count > 0)
            arguments.Add(Argument("sizedFields", Names(sizedFields)));
        if (!requireOneSlicingArgument)
            arguments.Add(Argument("requireOneSlicingArgument", new BooleanValue { Value = false }));
        return new Directive { Name = new Name(ListSize.Name), Arguments = arguments.ToImmutable() };
    }

    private static Argument Argument(string name, Value value) => new() { Name = new Name(name), Value = value };

    private static IntValue Number(int number) => new() { Text = number.ToString(CultureInfo.InvariantCulture) };

    private static ListValue Names(IEnumerable<string> names) => new() { Items = [.. names.Select(static name => new StringValue { Text = name })] };
}
