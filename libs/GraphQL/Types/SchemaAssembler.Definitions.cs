using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <content>Types that the document defines.</content>
internal sealed partial class SchemaAssembler
{
    private List<(TypeDefinition Definition, NamedType Type)> DefineTypes()
    {
        var defined = new List<(TypeDefinition, NamedType)>();
        foreach (var definition in _document.Definitions.OfType<TypeDefinition>())
        {
            var name = definition.Name.Value;
            if (definition.IsExtension || IsBuiltIn(name) || _types.ContainsKey(name))
                continue;
            NamedType type = definition switch
            {
                ObjectTypeDefinition => new ObjectType { Name = name },
                InterfaceTypeDefinition => new InterfaceType { Name = name },
                UnionTypeDefinition => new UnionType { Name = name },
                EnumTypeDefinition => new EnumType { Name = name },
                InputObjectTypeDefinition => new InputObjectType { Name = name },
                _ => new DocumentScalarType(name),
            };
            type.Description = definition.Description?.Text;
            _types.Add(name, type);
            defined.Add((definition, type));
        }

        return defined;
    }

    private void Fill(TypeDefinition definition, NamedType type)
    {
        type.SyntaxNodes = [definition];
        Add(definition, type);
        Extend(type);
    }

    /// <summary>Adds what the document's extensions of a type say; one of another kind is for validation to refuse.</summary>
    private void Extend(NamedType type)
    {
        foreach (var extension in _extensions[type.Name])
        {
            type.SyntaxNodes = type.SyntaxNodes.Add(extension);
            Add(extension, type);
        }
    }

    private void Add(TypeDefinition node, NamedType type)
    {
        switch (type, node)
        {
            case (ObjectType target, ObjectTypeDefinition definition):
                AddMembers(target, definition.Interfaces, definition.Fields);
                break;
            case (InterfaceType target, InterfaceTypeDefinition definition):
                AddMembers(target, definition.Interfaces, definition.Fields);
                break;
            case (UnionType target, UnionTypeDefinition definition):
                target.Types = target.Types.AddRange(definition.Types.Select(Find).OfType<ObjectType>());
                break;
            case (EnumType target, EnumTypeDefinition definition):
                target.Values = target.Values.AddRange(definition.Values.Select(MemberOf));
                break;
            case (InputObjectType target, InputObjectTypeDefinition definition):
                target.Fields = target.Fields.AddRange(definition.Fields.Select(InputOf));
                target.IsOneOf |= Has(definition.Directives, SpecifiedDirectives.OneOf);
                break;
            case (ScalarType target, ScalarTypeDefinition definition):
                target.SpecifiedByUrl = TextArgument(definition.Directives, SpecifiedDirectives.SpecifiedBy, "url") ?? target.SpecifiedByUrl;
                break;
        }

        type.AppliedDirectives = type.AppliedDirectives.AddRange(
            Others(node.Directives, SpecifiedDirectives.SpecifiedBy, SpecifiedDirectives.OneOf));
    }

    private void AddMembers(ComplexType type, ImmutableArray<NamedTypeReference> interfaces, ImmutableArray<FieldDefinition> fields)
    {
        type.Interfaces = type.Interfaces.AddRange(interfaces.Select(Find).OfType<InterfaceType>());
        type.Fields = type.Fields.AddRange(fields.Select(FieldOf));
    }

    private OutputField FieldOf(FieldDefinition node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Text,
        Type = TypeOf(node.Type),
        Arguments = [.. node.Arguments.Select(InputOf)],
        DeprecationReason = DeprecationReason(node.Directives),
        AppliedDirectives = Others(node.Directives, SpecifiedDirectives.Deprecated),
        SyntaxNode = node,
    };

    private InputValue InputOf(InputValueDefinition node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Text,
        Type = TypeOf(node.Type),
        DefaultValue = node.DefaultValue,
        DeprecationReason = DeprecationReason(node.Directives),
        AppliedDirectives = Others(node.Directives, SpecifiedDirectives.Deprecated),
        SyntaxNode = node,
    };

    private EnumMember MemberOf(EnumValueDefinition node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Text,
        RuntimeValue = node.Name.Value,
        DeprecationReason = DeprecationReason(node.Directives),
        AppliedDirectives = Others(node.Directives, SpecifiedDirectives.Deprecated),
        SyntaxNode = node,
    };

    private DirectiveType DirectiveOf(DirectiveDefinition node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Text,
        Arguments = [.. node.Arguments.Select(InputOf)],
        IsRepeatable = node.IsRepeatable,
        Locations = [.. node.Locations.Select(static location => location.Value)],
        SyntaxNode = node,
    };

    private static bool Has(ImmutableArray<Directive> directives, DirectiveType type) =>
        directives.Any(directive => directive.Name.Value == type.Name);

    private static ImmutableArray<Directive> Others(ImmutableArray<Directive> directives, params ReadOnlySpan<DirectiveType> types)
    {
        if (directives.IsEmpty)
            return directives;
        var names = new HashSet<string>(types.Length);
        foreach (var type in types)
            names.Add(type.Name);
        return directives.RemoveAll(directive => names.Contains(directive.Name.Value));
    }

    private static string? DeprecationReason(ImmutableArray<Directive> directives) => Has(directives, SpecifiedDirectives.Deprecated)
        ? TextArgument(directives, SpecifiedDirectives.Deprecated, "reason") ?? SpecifiedDirectives.DefaultDeprecationReason
        : null;

    private static string? TextArgument(ImmutableArray<Directive> directives, DirectiveType type, string name) =>
        (directives.FirstOrDefault(directive => directive.Name.Value == type.Name)
            ?.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value as StringValue)?.Text;
}
