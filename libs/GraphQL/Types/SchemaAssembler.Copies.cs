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
            var copy = source switch
            {
                ScalarType scalar => _extensions.Contains(scalar.Name) ? new ExtendedScalarType(scalar) : scalar,
                _ => source.Copy(),
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

    private OutputField CopyOf(OutputField field) => field.CopyWith(TypeOf(field.Type), [.. field.Arguments.Select(CopyOf)]);

    private InputValue CopyOf(InputValue input) => input.CopyWith(TypeOf(input.Type));

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
