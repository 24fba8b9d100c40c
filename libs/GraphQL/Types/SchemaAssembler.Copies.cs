namespace GraphQL.Types;

/// <content>
/// Types of the schema that is extended. They are copied, because both schemas stay in use and refer to types of their own.
/// </content>
internal sealed partial class SchemaAssembler
{
    private List<(NamedType Source, NamedType Copy)> CopyTypes()
    {
        var copies = new List<(NamedType, NamedType)>();
        foreach (var source in _original?.Types ?? [])
        {
            if (IsBuiltIn(source.Name))
                continue;
            NamedType copy = source switch
            {
                ObjectType type => new ObjectType { Name = type.Name, RuntimeType = type.RuntimeType, IsTypeOf = type.IsTypeOf },
                InterfaceType => new InterfaceType { Name = source.Name, RuntimeType = source.RuntimeType },
                UnionType => new UnionType { Name = source.Name, RuntimeType = source.RuntimeType },
                EnumType type => new EnumType { Name = type.Name, RuntimeType = type.RuntimeType, Values = type.Values },
                InputObjectType type => new InputObjectType
                {
                    Name = type.Name,
                    RuntimeType = type.RuntimeType,
                    IsOneOf = type.IsOneOf,
                    Construct = type.Construct,
                },
                ScalarType type => _extensions.Contains(type.Name) ? new ExtendedScalarType(type) : type,
                _ => throw new InvalidOperationException($"A type of kind {source.GetType()} cannot be copied."),
            };
            _types.Add(source.Name, copy);
            if (copy != source)
                copies.Add((source, copy));
        }

        return copies;
    }

    private void Fill(NamedType source, NamedType copy)
    {
        copy.Description = source.Description;
        copy.AppliedDirectives = source.AppliedDirectives;
        copy.SyntaxNodes = source.SyntaxNodes;
        switch (source, copy)
        {
            case (ComplexType from, ComplexType to):
                to.Interfaces = [.. from.Interfaces.Select(type => Find(type.Name)).OfType<InterfaceType>()];
                to.Fields = [.. from.Fields.Select(CopyOf)];
                break;
            case (UnionType from, UnionType to):
                to.Types = [.. from.Types.Select(type => Find(type.Name)).OfType<ObjectType>()];
                break;
            case (InputObjectType from, InputObjectType to):
                to.Fields = [.. from.Fields.Select(CopyOf)];
                break;
        }

        Extend(copy);
    }

    private OutputField CopyOf(OutputField field) => new()
    {
        Name = field.Name,
        Description = field.Description,
        Type = TypeOf(field.Type),
        Arguments = [.. field.Arguments.Select(CopyOf)],
        DeprecationReason = field.DeprecationReason,
        AppliedDirectives = field.AppliedDirectives,
        Resolver = field.Resolver,
        SyntaxNode = field.SyntaxNode,
    };

    private InputValue CopyOf(InputValue input) => new()
    {
        Name = input.Name,
        Description = input.Description,
        Type = TypeOf(input.Type),
        DefaultValue = input.DefaultValue,
        DeprecationReason = input.DeprecationReason,
        AppliedDirectives = input.AppliedDirectives,
        SyntaxNode = input.SyntaxNode,
    };

    private DirectiveType CopyOf(DirectiveType directive) => SpecifiedDirectives.Contains(directive)
        ? directive
        : new DirectiveType
        {
            Name = directive.Name,
            Description = directive.Description,
            Arguments = [.. directive.Arguments.Select(CopyOf)],
            IsRepeatable = directive.IsRepeatable,
            Locations = directive.Locations,
            SyntaxNode = directive.SyntaxNode,
        };
}
