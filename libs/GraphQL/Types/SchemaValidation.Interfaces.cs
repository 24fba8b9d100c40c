using GraphQL.Language;

namespace GraphQL.Types;

/// <content>Interfaces and their implementations; sections "Objects" and "Interfaces", "Type Validation".</content>
internal sealed partial class SchemaValidation
{
    private static IEnumerable<NamedTypeReference> InterfaceNodes(ComplexType type) => type.SyntaxNodes.SelectMany(static node => node switch
    {
        ObjectTypeDefinition definition => definition.Interfaces,
        InterfaceTypeDefinition definition => definition.Interfaces,
        _ => [],
    });

    private static IEnumerable<NamedTypeReference> InterfaceNodes(ComplexType type, string name) =>
        InterfaceNodes(type).Where(node => node.Name.Value == name);

    private static bool AreEqual(SchemaType left, SchemaType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => AreEqual(a.InnerType, b.InnerType),
        (ListType a, ListType b) => AreEqual(a.ElementType, b.ElementType),
        _ => ReferenceEquals(left, right),
    };

    private void CheckInterfaces(ComplexType type)
    {
        foreach (var group in InterfaceNodes(type).Where(node => _schema.FindType(node.Name.Value) is not InterfaceType).GroupBy(static node => node.Name.Value))
            Report($"\"{type}\" implements interfaces only, and \"{group.Key}\" is none.", [.. group]);

        var seen = new HashSet<InterfaceType>();
        foreach (var @interface in type.Interfaces)
        {
            if (ReferenceEquals(@interface, type))
            {
                Report($"\"{type}\" cannot implement itself.", [.. InterfaceNodes(type, type.Name)]);
            }
            else if (!seen.Add(@interface))
            {
                Report($"\"{type}\" may implement \"{@interface}\" only once.", [.. InterfaceNodes(type, @interface.Name)]);
            }
            else
            {
                CheckInherited(type, @interface);
                foreach (var field in @interface.Fields)
                    CheckImplementation(type, @interface, field);
            }
        }
    }

    /// <summary>Who implements an interface also implements those that it implements.</summary>
    private void CheckInherited(ComplexType type, InterfaceType @interface)
    {
        foreach (var inherited in @interface.Interfaces.Where(inherited => !type.Interfaces.Contains(inherited)))
        {
            Report(
                ReferenceEquals(inherited, type)
                    ? $"\"{type}\" and \"{@interface}\" cannot implement each other."
                    : $"\"{type}\" must implement \"{inherited}\", because \"{@interface}\" does.",
                [.. InterfaceNodes(@interface, inherited.Name), .. InterfaceNodes(type, @interface.Name)]);
        }
    }

    private void CheckImplementation(ComplexType type, InterfaceType @interface, OutputField expected)
    {
        var wanted = $"{@interface}.{expected.Name}";
        if (type.FindField(expected.Name) is not { } field)
        {
            Report($"\"{type}\" must have a field \"{expected.Name}\" as \"{wanted}\".", [expected.SyntaxNode, .. type.SyntaxNodes]);
            return;
        }

        if (!IsSubtype(field.Type, expected.Type))
        {
            Report(
                $"\"{type}.{field.Name}\" must be of the type \"{expected.Type}\" as \"{wanted}\", not \"{field.Type}\".",
                expected.SyntaxNode?.Type,
                field.SyntaxNode?.Type);
        }

        CheckArguments(type, wanted, field, expected);
        if (field.DeprecationReason is not null && expected.DeprecationReason is null)
        {
            Report(
                $"\"{type}.{field.Name}\" cannot be deprecated, because \"{wanted}\" is not.",
                DeprecatedNode(field.SyntaxNode?.Directives),
                field.SyntaxNode?.Type);
        }
    }

    private void CheckArguments(ComplexType type, string wanted, OutputField field, OutputField expected)
    {
        foreach (var argument in expected.Arguments)
        {
            if (field.FindArgument(argument.Name) is not { } given)
            {
                Report(
                    $"\"{type}.{field.Name}\" must have an argument \"{argument.Name}\" as \"{wanted}\".",
                    argument.SyntaxNode,
                    field.SyntaxNode);
            }
            else if (!AreEqual(argument.Type, given.Type))
            {
                Report(
                    $"\"{type}.{field.Name}({argument.Name}:)\" must be of the type \"{argument.Type}\" as in \"{wanted}\", not \"{given.Type}\".",
                    argument.SyntaxNode?.Type,
                    given.SyntaxNode?.Type);
            }
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && expected.FindArgument(argument.Name) is null))
        {
            Report(
                $"\"{type}.{field.Name}({argument.Name}:)\" cannot be required, because \"{wanted}\" does not have it.",
                argument.SyntaxNode,
                expected.SyntaxNode);
        }
    }

    /// <summary>A field may be of a narrower type than its interface's (section "Objects", IsValidImplementationFieldType).</summary>
    private bool IsSubtype(SchemaType type, SchemaType of) => (type, of) switch
    {
        (NonNullType narrow, NonNullType wide) => IsSubtype(narrow.InnerType, wide.InnerType),
        (_, NonNullType) => false,
        (NonNullType narrow, _) => IsSubtype(narrow.InnerType, of),
        (ListType narrow, ListType wide) => IsSubtype(narrow.ElementType, wide.ElementType),
        (NamedType narrow, NamedType wide) => ReferenceEquals(narrow, wide) || _schema.IsPossibleType(wide, narrow),
        _ => false,
    };
}
