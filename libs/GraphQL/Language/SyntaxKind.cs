namespace GraphQL.Language;

/// <summary>What a node of a GraphQL document is; one value per grammar symbol that has a node of its own.</summary>
public enum SyntaxKind
{
    /// <summary>A whole document.</summary>
    Document,

    /// <summary>A query, mutation or subscription.</summary>
    OperationDefinition,

    /// <summary>A named fragment.</summary>
    FragmentDefinition,

    /// <summary>A variable of an operation.</summary>
    VariableDefinition,

    /// <summary>What stands between braces.</summary>
    SelectionSet,

    /// <summary>A selected field.</summary>
    Field,

    /// <summary>An argument of a field or directive.</summary>
    Argument,

    /// <summary>A use of a named fragment.</summary>
    FragmentSpread,

    /// <summary>A fragment written in place.</summary>
    InlineFragment,

    /// <summary>A use of a directive.</summary>
    Directive,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A use of a variable.</summary>
    Variable,

    /// <summary>An integer literal.</summary>
    IntValue,

    /// <summary>A decimal literal.</summary>
    FloatValue,

    /// <summary>A string literal, block or plain.</summary>
    StringValue,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    BooleanValue,

    /// <summary><c>null</c>.</summary>
    NullValue,

    /// <summary>An enum value's name.</summary>
    EnumValue,

    /// <summary>A list literal.</summary>
    ListValue,

    /// <summary>An input object literal.</summary>
    ObjectValue,

    /// <summary>A field of an input object literal.</summary>
    ObjectField,

    /// <summary>A reference to a type by name.</summary>
    NamedType,

    /// <summary>A list of a type.</summary>
    ListType,

    /// <summary>A type that excludes null.</summary>
    NonNullType,

    /// <summary><c>schema { … }</c>.</summary>
    SchemaDefinition,

    /// <summary>A root operation type of a schema definition.</summary>
    OperationTypeDefinition,

    /// <summary>A scalar type definition.</summary>
    ScalarTypeDefinition,

    /// <summary>An object type definition.</summary>
    ObjectTypeDefinition,

    /// <summary>A field of an object or interface type definition.</summary>
    FieldDefinition,

    /// <summary>An argument or input field definition.</summary>
    InputValueDefinition,

    /// <summary>An interface type definition.</summary>
    InterfaceTypeDefinition,

    /// <summary>A union type definition.</summary>
    UnionTypeDefinition,

    /// <summary>An enum type definition.</summary>
    EnumTypeDefinition,

    /// <summary>A value of an enum type definition.</summary>
    EnumValueDefinition,

    /// <summary>An input object type definition.</summary>
    InputObjectTypeDefinition,

    /// <summary>A directive definition.</summary>
    DirectiveDefinition,

    /// <summary><c>extend schema</c>.</summary>
    SchemaExtension,

    /// <summary><c>extend scalar</c>.</summary>
    ScalarTypeExtension,

    /// <summary><c>extend type</c>.</summary>
    ObjectTypeExtension,

    /// <summary><c>extend interface</c>.</summary>
    InterfaceTypeExtension,

    /// <summary><c>extend union</c>.</summary>
    UnionTypeExtension,

    /// <summary><c>extend enum</c>.</summary>
    EnumTypeExtension,

    /// <summary><c>extend input</c>.</summary>
    InputObjectTypeExtension,
}
