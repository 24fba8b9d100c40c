namespace GraphQL.Comparison;

/// <summary>What changed between two schemas; the impact is no part of it, since that depends on more.</summary>
public enum SchemaChangeKind
{
    /// <summary>A type is new.</summary>
    TypeAdded,

    /// <summary>A type is gone.</summary>
    TypeRemoved,

    /// <summary>A type is, say, a union and was an interface.</summary>
    TypeKindChanged,

    /// <summary>Where queries, mutations or subscriptions start is another type, or none, or was none.</summary>
    RootTypeChanged,

    /// <summary>A type implements one more interface.</summary>
    InterfaceAdded,

    /// <summary>A type implements an interface no more.</summary>
    InterfaceRemoved,

    /// <summary>A field of an object or interface is new.</summary>
    FieldAdded,

    /// <summary>A field of an object or interface is gone.</summary>
    FieldRemoved,

    /// <summary>A field of an object or interface is of another type.</summary>
    FieldTypeChanged,

    /// <summary>An argument of a field or directive is new.</summary>
    ArgumentAdded,

    /// <summary>An argument of a field or directive is gone.</summary>
    ArgumentRemoved,

    /// <summary>An argument of a field or directive is of another type.</summary>
    ArgumentTypeChanged,

    /// <summary>An argument's default value appeared, went or is another.</summary>
    ArgumentDefaultChanged,

    /// <summary>A field of an input object is new.</summary>
    InputFieldAdded,

    /// <summary>A field of an input object is gone.</summary>
    InputFieldRemoved,

    /// <summary>A field of an input object is of another type.</summary>
    InputFieldTypeChanged,

    /// <summary>An input field's default value appeared, went or is another.</summary>
    InputFieldDefaultChanged,

    /// <summary>An input object takes exactly one field now, or takes any again.</summary>
    OneOfChanged,

    /// <summary>An enum has one more value.</summary>
    EnumValueAdded,

    /// <summary>An enum has a value no more.</summary>
    EnumValueRemoved,

    /// <summary>A union has one more member.</summary>
    UnionMemberAdded,

    /// <summary>A union has a member no more.</summary>
    UnionMemberRemoved,

    /// <summary>The address of a scalar's specification is another.</summary>
    SpecifiedByChanged,

    /// <summary>A directive is new.</summary>
    DirectiveAdded,

    /// <summary>A directive is gone.</summary>
    DirectiveRemoved,

    /// <summary>A directive may stand in one more kind of place.</summary>
    DirectiveLocationAdded,

    /// <summary>A directive may stand in a kind of place no more.</summary>
    DirectiveLocationRemoved,

    /// <summary>A directive may stand several times in one place now, or may not any more.</summary>
    DirectiveRepeatableChanged,

    /// <summary>Something is deprecated, is not any more, or for another reason.</summary>
    DeprecationChanged,

    /// <summary>A description appeared, went or is another.</summary>
    DescriptionChanged,

    /// <summary>A directive of the application's own is applied, is not any more, or with other arguments.</summary>
    AppliedDirectivesChanged,
}
