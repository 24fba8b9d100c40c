using System.Collections.Immutable;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>
/// The types through which a schema describes itself; September 2025, section "Schema Introspection". Their values are the
/// classes of the type model themselves, so one set of types is shared by all schemas.
/// </summary>
public static partial class IntrospectionTypes
{
    /// <summary><c>__Schema</c>; its values are of <see cref="Types.Schema"/>.</summary>
    public static ObjectType Schema { get; } = Object<Schema>("__Schema", "A type system: what can be asked for, and where to start.");

    /// <summary><c>__Type</c>; its values are of <see cref="SchemaType"/>.</summary>
    public static ObjectType Type { get; } = Object<SchemaType>(
        "__Type",
        "A type. Which fields are not null depends on its `kind`: lists and non-nulls have an `ofType`, all others a `name`.");

    /// <summary><c>__TypeKind</c>; its values are their own names.</summary>
    public static EnumType TypeKind { get; } = Enum(
        "__TypeKind",
        "What kind of type a `__Type` is.",
        [
            ("SCALAR", "A leaf with a value of its own; `specifiedByURL` may be set."),
            ("OBJECT", "`fields` and `interfaces` are set."),
            ("INTERFACE", "`fields`, `interfaces` and `possibleTypes` are set."),
            ("UNION", "`possibleTypes` is set."),
            ("ENUM", "`enumValues` is set."),
            ("INPUT_OBJECT", "`inputFields` and `isOneOf` are set."),
            ("LIST", "`ofType` is set."),
            ("NON_NULL", "`ofType` is set."),
        ]);

    /// <summary><c>__Field</c>; its values are of <see cref="OutputField"/>.</summary>
    public static ObjectType Field { get; } = Object<OutputField>("__Field", "A field of an object or interface type.");

    /// <summary><c>__InputValue</c>; its values are of <see cref="Types.InputValue"/>.</summary>
    public static ObjectType InputValue { get; } = Object<InputValue>(
        "__InputValue",
        "An argument of a field or directive, or a field of an input object.");

    /// <summary><c>__EnumValue</c>; its values are of <see cref="EnumMember"/>.</summary>
    public static ObjectType EnumValue { get; } = Object<EnumMember>("__EnumValue", "A value of an enum type.");

    /// <summary><c>__Directive</c>; its values are of <see cref="DirectiveType"/>.</summary>
    public static ObjectType Directive { get; } = Object<DirectiveType>(
        "__Directive",
        "A directive: an annotation that changes how a document or a schema is understood.");

    /// <summary><c>__DirectiveLocation</c>; its values are their own names.</summary>
    public static EnumType DirectiveLocation { get; } = Enum(
        "__DirectiveLocation",
        "A place where a directive may stand.",
        DirectiveLocations.All);

    /// <summary>All of them.</summary>
    public static ImmutableArray<NamedType> All { get; } =
        [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];

    // Fields refer to all types, so they follow when all types are there.
    static IntrospectionTypes()
    {
        Schema.Fields = SchemaFields();
        Type.Fields = TypeFields();
        Field.Fields = FieldFields();
        InputValue.Fields = InputValueFields();
        EnumValue.Fields = EnumValueFields();
        Directive.Fields = DirectiveFields();
    }

    private static NonNullType String { get; } = new(SpecifiedScalars.String);

    private static NonNullType Boolean { get; } = new(SpecifiedScalars.Boolean);

    /// <summary>The introspection type of that name; null when there is none.</summary>
    public static NamedType? Find(string name)
    {
        foreach (var type in All)
        {
            if (type.Name == name)
                return type;
        }

        return null;
    }

    private static ObjectType Object<T>(string name, string description) => new()
    {
        Name = name,
        Description = description,
        RuntimeType = typeof(T),
    };

    private static EnumType Enum(string name, string description, ImmutableArray<(string Name, string Description)> values) => new()
    {
        Name = name,
        Description = description,
        RuntimeType = typeof(string),
        Values = [.. values.Select(static value => new EnumMember { Name = value.Name, Description = value.Description, RuntimeValue = value.Name })],
    };

    private static NonNullType ListOf(NamedType type) => new(new ListType(new NonNullType(type)));

    private static ListType NullableListOf(NamedType type) => new(new NonNullType(type));

    private static OutputField PropertyOf<T>(string name, SchemaType type, string property, string description) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Resolver = new FieldResolver.Property(typeof(T).GetProperty(property)!),
    };

    private static OutputField Computed<T>(string name, SchemaType type, string description, Func<T, object?> resolve) => new()
    {
        Name = name,
        Description = description,
        Type = type,
        Resolver = new FieldResolver.Synchronous(context => resolve((T)context.Parent!)),
    };

    /// <summary>A list from which deprecated elements are left out unless they are asked for.</summary>
    private static OutputField ListWithoutDeprecated<T, TElement>(
        string name,
        SchemaType type,
        string description,
        Func<T, ImmutableArray<TElement>?> list,
        Func<TElement, string?> deprecationReason)
        where TElement : class => new()
        {
            Name = name,
            Description = description,
            Type = type,
            Arguments =
            [
                new InputValue
                {
                    Name = "includeDeprecated",
                    Description = "True to list deprecated ones too.",
                    Type = Boolean,
                    DefaultValue = new BooleanValue { Value = false },
                },
            ],
            Resolver = new FieldResolver.Synchronous(context =>
            {
                if (list((T)context.Parent!) is not { } elements)
                    return null;
                return context.Argument("includeDeprecated") is true
                    ? elements
                    : elements.Where(element => deprecationReason(element) is null).ToImmutableArray();
            }),
        };
}
