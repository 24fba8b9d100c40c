using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <content>Fields, arguments, members of unions and values of enums.</content>
internal sealed partial class SchemaValidation
{
    private static Directive? DeprecatedNode(ImmutableArray<Directive>? directives) =>
        directives?.FirstOrDefault(static directive => directive.Name.Value == SpecifiedDirectives.Deprecated.Name);

    /// <summary>
    /// An object or interface has fields, each of an output type; sections "Objects" and "Interfaces", "Type Validation".
    /// </summary>
    private void CheckFields(ComplexType type)
    {
        if (type.Fields.IsEmpty)
            Report($"\"{type}\" must have a field.", [.. type.SyntaxNodes]);
        foreach (var field in type.Fields)
        {
            CheckName(field.Name, field.SyntaxNode);
            if (!field.Type.IsOutput)
                Report($"\"{type}.{field.Name}\" must be of an output type, not \"{field.Type}\".", field.SyntaxNode?.Type);
            foreach (var argument in field.Arguments)
                CheckArgument($"{type}.{field.Name}({argument.Name}:)", argument, argument.SyntaxNode?.Type);
        }
    }

    private void CheckArgument(string coordinate, InputValue argument, SyntaxNode? typePlace)
    {
        CheckName(argument.Name, argument.SyntaxNode);
        CheckInput(coordinate, argument, typePlace);
    }

    /// <summary>
    /// An argument or input field is of an input type, not both required and deprecated, and its default value is of its type.
    /// </summary>
    private void CheckInput(string coordinate, InputValue input, SyntaxNode? typePlace)
    {
        if (!input.Type.IsInput)
        {
            Report($"\"{coordinate}\" must be of an input type, not \"{input.Type}\".", typePlace);
            return;
        }

        if (input.IsRequired && input.DeprecationReason is not null)
        {
            Report(
                $"\"{coordinate}\" is required, so it cannot be deprecated.",
                DeprecatedNode(input.SyntaxNode?.Directives),
                input.SyntaxNode?.Type);
        }

        CheckDefaultValue(coordinate, input);
    }

    /// <summary>A union has members, all of them objects and each once; section "Unions", "Type Validation".</summary>
    private void CheckMembers(UnionType union)
    {
        var references = union.SyntaxNodes.OfType<UnionTypeDefinition>().SelectMany(static node => node.Types).ToList();
        if (union.Types.IsEmpty && references.Count == 0)
            Report($"The union \"{union}\" must have a member.", [.. union.SyntaxNodes]);

        foreach (var name in union.Types.GroupBy(static type => type.Name).Where(static group => group.Skip(1).Any()).Select(static group => group.Key))
            Report($"The union \"{union}\" may have the member \"{name}\" only once.", [.. references.Where(node => node.Name.Value == name)]);
        foreach (var group in references.Where(node => _schema.FindType(node.Name.Value) is not ObjectType).GroupBy(static node => node.Name.Value))
            Report($"The union \"{union}\" takes object types only, not \"{group.Key}\".", [.. group]);
    }

    /// <summary>An enum has values; section "Enums", "Type Validation".</summary>
    private void CheckValues(EnumType type)
    {
        if (type.Values.IsEmpty)
            Report($"The enum \"{type}\" must have a value.", [.. type.SyntaxNodes]);
        foreach (var value in type.Values)
            CheckName(value.Name, value.SyntaxNode);
    }

    /// <summary>
    /// An input object has fields; those of a OneOf are nullable and have no defaults; section "Input Objects", "Type Validation".
    /// </summary>
    private void CheckInputFields(InputObjectType type)
    {
        if (type.Fields.IsEmpty)
            Report($"The input object \"{type}\" must have a field.", [.. type.SyntaxNodes]);
        foreach (var field in type.Fields)
        {
            var coordinate = $"{type}.{field.Name}";
            CheckName(field.Name, field.SyntaxNode);
            CheckInput(coordinate, field, field.SyntaxNode?.Type);
            if (type.IsOneOf && field.Type is NonNullType)
                Report($"\"{coordinate}\" is one of several, so it must be nullable.", field.SyntaxNode?.Type);
            if (type.IsOneOf && field.DefaultValue is not null)
                Report($"\"{coordinate}\" is one of several, so it cannot have a default.", field.SyntaxNode);
            CheckDefaultCycle(type, field);
        }
    }
}
