using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GraphQL.Types;

/// <summary>
/// Names of the places where a directive may stand; September 2025, section "Type System Directives", grammar of DirectiveLocation.
/// </summary>
public static class DirectiveLocations
{
    /// <summary>On a query operation.</summary>
    public const string Query = "QUERY";

    /// <summary>On a mutation operation.</summary>
    public const string Mutation = "MUTATION";

    /// <summary>On a subscription operation.</summary>
    public const string Subscription = "SUBSCRIPTION";

    /// <summary>On a selected field.</summary>
    public const string Field = "FIELD";

    /// <summary>On a fragment's definition.</summary>
    public const string FragmentDefinition = "FRAGMENT_DEFINITION";

    /// <summary>On a use of a named fragment.</summary>
    public const string FragmentSpread = "FRAGMENT_SPREAD";

    /// <summary>On a fragment written in place.</summary>
    public const string InlineFragment = "INLINE_FRAGMENT";

    /// <summary>On a variable of an operation.</summary>
    public const string VariableDefinition = "VARIABLE_DEFINITION";

    /// <summary>On a variable of a fragment: part of the proposal that <see cref="Language.ParserOptions.FragmentArguments"/> reads.</summary>
    public const string FragmentVariableDefinition = "FRAGMENT_VARIABLE_DEFINITION";

    /// <summary>On the schema.</summary>
    public const string Schema = "SCHEMA";

    /// <summary>On a scalar type.</summary>
    public const string Scalar = "SCALAR";

    /// <summary>On an object type.</summary>
    public const string Object = "OBJECT";

    /// <summary>On a field of an object or interface type.</summary>
    public const string FieldDefinition = "FIELD_DEFINITION";

    /// <summary>On an argument of a field or directive.</summary>
    public const string ArgumentDefinition = "ARGUMENT_DEFINITION";

    /// <summary>On an interface type.</summary>
    public const string Interface = "INTERFACE";

    /// <summary>On a union type.</summary>
    public const string Union = "UNION";

    /// <summary>On an enum type.</summary>
    public const string Enum = "ENUM";

    /// <summary>On a value of an enum type.</summary>
    public const string EnumValue = "ENUM_VALUE";

    /// <summary>On an input object type.</summary>
    public const string InputObject = "INPUT_OBJECT";

    /// <summary>On a field of an input object type.</summary>
    public const string InputFieldDefinition = "INPUT_FIELD_DEFINITION";

    /// <summary>Every location with what it means, those of documents first, in the order of the specification's grammar.</summary>
    public static ImmutableArray<(string Name, string Description)> All { get; } =
    [
        (Query, "A query operation."),
        (Mutation, "A mutation operation."),
        (Subscription, "A subscription operation."),
        (Field, "A selected field."),
        (FragmentDefinition, "The definition of a named fragment."),
        (FragmentSpread, "A use of a named fragment."),
        (InlineFragment, "A fragment written in place."),
        (VariableDefinition, "A variable of an operation."),
        (Schema, "The schema itself."),
        (Scalar, "A scalar type."),
        (Object, "An object type."),
        (FieldDefinition, "A field of an object or interface type."),
        (ArgumentDefinition, "An argument of a field or directive."),
        (Interface, "An interface type."),
        (Union, "A union type."),
        (Enum, "An enum type."),
        (EnumValue, "A value of an enum type."),
        (InputObject, "An input object type."),
        (InputFieldDefinition, "A field of an input object type."),
    ];

    private static readonly FrozenSet<string> Names = All.Select(static location => location.Name).ToFrozenSet();

    /// <summary>True for the name of a location.</summary>
    public static bool IsKnown(string name) => Names.Contains(name);
}
