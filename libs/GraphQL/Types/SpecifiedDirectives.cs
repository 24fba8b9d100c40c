using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>The directives that every schema has; September 2025, section "Type System Directives". Shared by all schemas.</summary>
public static class SpecifiedDirectives
{
    /// <summary>What <c>@deprecated</c> says when it is given no reason.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary><c>@skip(if:)</c>.</summary>
    public static DirectiveType Skip { get; } = new()
    {
        Name = "skip",
        Description = "Leaves the field or fragment out of the response when `if` is true.",
        Arguments = [new InputValue { Name = "if", Description = "True to leave it out.", Type = new NonNullType(SpecifiedScalars.Boolean) }],
        Locations = [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
    };

    /// <summary><c>@include(if:)</c>.</summary>
    public static DirectiveType Include { get; } = new()
    {
        Name = "include",
        Description = "Keeps the field or fragment in the response only when `if` is true.",
        Arguments = [new InputValue { Name = "if", Description = "True to keep it.", Type = new NonNullType(SpecifiedScalars.Boolean) }],
        Locations = [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
    };

    /// <summary><c>@deprecated(reason:)</c>.</summary>
    public static DirectiveType Deprecated { get; } = new()
    {
        Name = "deprecated",
        Description = "Says that something of the schema should not be used any more.",
        Arguments =
        [
            new InputValue
            {
                Name = "reason",
                Description = "Why, and what to use in its place; Markdown.",
                Type = new NonNullType(SpecifiedScalars.String),
                DefaultValue = new StringValue { Text = DefaultDeprecationReason },
            },
        ],
        Locations =
        [
            DirectiveLocations.FieldDefinition,
            DirectiveLocations.ArgumentDefinition,
            DirectiveLocations.InputFieldDefinition,
            DirectiveLocations.EnumValue,
        ],
    };

    /// <summary><c>@specifiedBy(url:)</c>.</summary>
    public static DirectiveType SpecifiedBy { get; } = new()
    {
        Name = "specifiedBy",
        Description = "Says where the format of a scalar is specified.",
        Arguments = [new InputValue { Name = "url", Description = "Where to read it.", Type = new NonNullType(SpecifiedScalars.String) }],
        Locations = [DirectiveLocations.Scalar],
    };

    /// <summary><c>@oneOf</c>.</summary>
    public static DirectiveType OneOf { get; } = new()
    {
        Name = "oneOf",
        Description = "Says that exactly one field of an input object must be given, and that it must not be null.",
        Locations = [DirectiveLocations.InputObject],
    };

    /// <summary>All of them.</summary>
    public static ImmutableArray<DirectiveType> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    /// <summary>True for a directive of this list, by reference: a schema may not define one of the same name.</summary>
    public static bool Contains(DirectiveType directive) => All.Contains(directive);
}
