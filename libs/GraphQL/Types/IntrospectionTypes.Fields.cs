using System.Collections.Immutable;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <content>The fields of each type, in the order of the specification.</content>
public static partial class IntrospectionTypes
{
    private static ImmutableArray<OutputField> SchemaFields() =>
    [
        PropertyOf<Schema>("description", SpecifiedScalars.String, nameof(Types.Schema.Description), "What the API is for; Markdown."),
        PropertyOf<Schema>("types", ListOf(Type), nameof(Types.Schema.Types), "Every named type."),
        PropertyOf<Schema>("queryType", new NonNullType(Type), nameof(Types.Schema.QueryType), "Where queries start."),
        PropertyOf<Schema>("mutationType", Type, nameof(Types.Schema.MutationType), "Where mutations start; null when there are none."),
        PropertyOf<Schema>("subscriptionType", Type, nameof(Types.Schema.SubscriptionType), "Where subscriptions start; null when there are none."),
        PropertyOf<Schema>("directives", ListOf(Directive), nameof(Types.Schema.Directives), "Every directive."),
    ];

    private static ImmutableArray<OutputField> TypeFields() =>
    [
        Computed<SchemaType>("kind", new NonNullType(TypeKind), "What kind of type it is.", KindOf),
        Computed<SchemaType>("name", SpecifiedScalars.String, "Its name; null for lists and non-nulls.", static type => (type as NamedType)?.Name),
        Computed<SchemaType>(
            "description", SpecifiedScalars.String, "What it stands for; Markdown.", static type => (type as NamedType)?.Description),
        Computed<SchemaType>(
            "specifiedByURL",
            SpecifiedScalars.String,
            "Where the format of a scalar is specified.",
            static type => (type as ScalarType)?.SpecifiedByUrl),
        ListWithoutDeprecated<SchemaType, OutputField>(
            "fields",
            NullableListOf(Field),
            "Fields of an object or interface.",
            static type => (type as ComplexType)?.Fields,
            static field => field.DeprecationReason),
        Computed<SchemaType>(
            "interfaces",
            NullableListOf(Type),
            "Interfaces that an object or interface implements.",
            static type => (type as ComplexType)?.Interfaces),
        new OutputField
        {
            Name = "possibleTypes",
            Description = "Objects that a value of an interface or union can be.",
            Type = NullableListOf(Type),
            Resolver = new FieldResolver.Synchronous(static context =>
                context.Parent is InterfaceType or UnionType ? context.Schema.PossibleTypes((NamedType)context.Parent) : null),
        },
        ListWithoutDeprecated<SchemaType, EnumMember>(
            "enumValues",
            NullableListOf(EnumValue),
            "Values of an enum.",
            static type => (type as EnumType)?.Values,
            static value => value.DeprecationReason),
        ListWithoutDeprecated<SchemaType, InputValue>(
            "inputFields",
            NullableListOf(InputValue),
            "Fields of an input object.",
            static type => (type as InputObjectType)?.Fields,
            static field => field.DeprecationReason),
        Computed<SchemaType>("ofType", Type, "The type that a list or non-null is of.", InnerTypeOf),
        Computed<SchemaType>(
            "isOneOf",
            SpecifiedScalars.Boolean,
            "True for an input object of which exactly one field must be given; null for types of other kinds.",
            static type => (type as InputObjectType)?.IsOneOf),
    ];

    private static ImmutableArray<OutputField> FieldFields() =>
    [
        PropertyOf<OutputField>("name", String, nameof(OutputField.Name), "Its name, unique in its type."),
        PropertyOf<OutputField>("description", SpecifiedScalars.String, nameof(OutputField.Description), "What it gives; Markdown."),
        ListWithoutDeprecated<OutputField, InputValue>(
            "args",
            ListOf(InputValue),
            "Its arguments.",
            static field => field.Arguments,
            static argument => argument.DeprecationReason),
        PropertyOf<OutputField>("type", new NonNullType(Type), nameof(OutputField.Type), "The type of what it gives."),
        Computed<OutputField>("isDeprecated", Boolean, "True when it should not be used any more.", static field => field.DeprecationReason is not null),
        PropertyOf<OutputField>(
            "deprecationReason", SpecifiedScalars.String, nameof(OutputField.DeprecationReason), "Why not, and what to use in its place."),
    ];

    private static ImmutableArray<OutputField> InputValueFields() =>
    [
        PropertyOf<InputValue>("name", String, nameof(Types.InputValue.Name), "Its name, unique where it belongs."),
        PropertyOf<InputValue>("description", SpecifiedScalars.String, nameof(Types.InputValue.Description), "What it is for; Markdown."),
        PropertyOf<InputValue>("type", new NonNullType(Type), nameof(Types.InputValue.Type), "The type of its value."),
        Computed<InputValue>(
            "defaultValue",
            SpecifiedScalars.String,
            "The value taken when none is given, as a GraphQL literal; null when there is none.",
            static input => input.DefaultValue is { } value ? SyntaxPrinter.Print(value) : null),
        Computed<InputValue>("isDeprecated", Boolean, "True when it should not be used any more.", static input => input.DeprecationReason is not null),
        PropertyOf<InputValue>(
            "deprecationReason", SpecifiedScalars.String, nameof(Types.InputValue.DeprecationReason), "Why not, and what to use in its place."),
    ];

    private static ImmutableArray<OutputField> EnumValueFields() =>
    [
        PropertyOf<EnumMember>("name", String, nameof(EnumMember.Name), "Its name, unique in its type."),
        PropertyOf<EnumMember>("description", SpecifiedScalars.String, nameof(EnumMember.Description), "What it stands for; Markdown."),
        Computed<EnumMember>("isDeprecated", Boolean, "True when it should not be used any more.", static value => value.DeprecationReason is not null),
        PropertyOf<EnumMember>(
            "deprecationReason", SpecifiedScalars.String, nameof(EnumMember.DeprecationReason), "Why not, and what to use in its place."),
    ];

    private static ImmutableArray<OutputField> DirectiveFields() =>
    [
        PropertyOf<DirectiveType>("name", String, nameof(DirectiveType.Name), "Its name, without the at sign."),
        PropertyOf<DirectiveType>("description", SpecifiedScalars.String, nameof(DirectiveType.Description), "What it does; Markdown."),
        PropertyOf<DirectiveType>("isRepeatable", Boolean, nameof(DirectiveType.IsRepeatable), "True when it may stand several times in one place."),
        PropertyOf<DirectiveType>("locations", ListOf(DirectiveLocation), nameof(DirectiveType.Locations), "Where it may stand."),
        ListWithoutDeprecated<DirectiveType, InputValue>(
            "args",
            ListOf(InputValue),
            "Its arguments.",
            static directive => directive.Arguments,
            static argument => argument.DeprecationReason),
    ];

    private static string KindOf(SchemaType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static SchemaType? InnerTypeOf(SchemaType type) => type switch
    {
        ListType list => list.ElementType,
        NonNullType nonNull => nonNull.InnerType,
        _ => null,
    };
}
