using System.Collections.Immutable;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
public sealed class OutputField
{
    private Dictionary<string, InputValue> _arguments = [];

    /// <summary>Unique in its type.</summary>
    public required string Name { get; init; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>What it gives.</summary>
    public required SchemaType Type { get; set; }

    /// <summary>In the order of definition.</summary>
    public ImmutableArray<InputValue> Arguments
    {
        get;
        set
        {
            field = value;
            _arguments = [];
            foreach (var argument in value)
                _arguments.TryAdd(argument.Name, argument);
        }
    } = [];

    /// <summary>Null when it is not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>Directives applied to it, besides <c>@deprecated</c>.</summary>
    public ImmutableArray<Directive> AppliedDirectives { get; set; } = [];

    /// <summary>What is asked of callers, all of it; empty for what everybody may use.</summary>
    public ImmutableArray<AuthorizationRule> Authorization { get; set; } = [];

    /// <summary>How its value is obtained; null in a schema that only validates, and on interfaces.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>
    /// Whether its value may depend on who asks, which decides what subscribers can share. It always does where a policy decides, or roles
    /// that no view has decided about.
    /// </summary>
    public ViewerDependence Dependence
    {
        get => Authorization.All(static rule => rule.AsksOnlyToSignIn) ? field : ViewerDependence.PerViewer;
        set;
    }

    /// <summary>Where it is defined; null when it comes from C#.</summary>
    public FieldDefinition? SyntaxNode { get; init; }

    /// <summary>The argument of that name; null when there is none.</summary>
    public InputValue? FindArgument(string name) => _arguments.GetValueOrDefault(name);

    /// <summary>The same field in another schema.</summary>
    internal OutputField CopyWith(SchemaType type, ImmutableArray<InputValue> arguments)
    {
        var copy = (OutputField)MemberwiseClone();
        copy.Type = type;
        copy.Arguments = arguments;
        return copy;
    }
}

/// <summary>Whether a field's value may depend on who asks, beyond the view that the schema is.</summary>
public enum ViewerDependence
{
    /// <summary>Nobody knows: a method may reach the caller, or services of the request. A property of the parent does not.</summary>
    Unknown,

    /// <summary>It does not: its resolver reaches nothing but its parent, arguments, and services that are the same for everybody.</summary>
    None,

    /// <summary>It does: nobody may share it, whatever else is said.</summary>
    PerViewer,
}

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValue
{
    /// <summary>Unique in its field, directive or type.</summary>
    public required string Name { get; init; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Its type.</summary>
    public required SchemaType Type { get; set; }

    /// <summary>A constant; null when there is no default.</summary>
    public Value? DefaultValue { get; set; }

    /// <summary>Null when it is not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>Directives applied to it, besides <c>@deprecated</c>.</summary>
    public ImmutableArray<Directive> AppliedDirectives { get; set; } = [];

    /// <summary>Rules for its values, compiled.</summary>
    internal ImmutableArray<InputConstraint> Constraints { get; set; } = [];

    /// <summary>Roles that callers need to see it; policies have no place here.</summary>
    internal ImmutableArray<AuthorizationRule> Authorization { get; set; } = [];

    /// <summary>Where it is defined; null when it comes from C#.</summary>
    public InputValueDefinition? SyntaxNode { get; init; }

    /// <summary>True when a value must be given: non-null and without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <summary>The same argument or input field in another schema.</summary>
    internal InputValue CopyWith(SchemaType type)
    {
        var copy = (InputValue)MemberwiseClone();
        copy.Type = type;
        return copy;
    }
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumMember
{
    /// <summary>Unique in its type.</summary>
    public required string Name { get; init; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The C# value it stands for; its name in a schema that comes from a document.</summary>
    public required object RuntimeValue { get; init; }

    /// <summary>Null when it is not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>Directives applied to it, besides <c>@deprecated</c>.</summary>
    public ImmutableArray<Directive> AppliedDirectives { get; set; } = [];

    /// <summary>Where it is defined; null when it comes from C#.</summary>
    public EnumValueDefinition? SyntaxNode { get; init; }
}

/// <summary>A directive that documents or the schema may use.</summary>
public sealed class DirectiveType
{
    /// <summary>Unique in its schema, without the at sign.</summary>
    public required string Name { get; init; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>In the order of definition.</summary>
    public ImmutableArray<InputValue> Arguments { get; set; } = [];

    /// <summary>True when it may stand several times in one place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Where it may stand, such as <c>FIELD_DEFINITION</c>; in the order of definition.</summary>
    public required ImmutableArray<string> Locations { get; init; }

    /// <summary>Where it is defined; null when it comes from C# or the specification.</summary>
    public DirectiveDefinition? SyntaxNode { get; init; }
}
