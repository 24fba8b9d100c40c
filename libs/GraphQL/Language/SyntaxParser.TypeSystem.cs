using System.Collections.Immutable;

namespace GraphQL.Language;

internal ref partial struct SyntaxParser
{
    /// <summary>Null when the current token starts no definition of the type system; it is then still the current one.</summary>
    private TypeSystemDefinition? ParseTypeSystemDefinition(int start, StringValue? description, bool isExtension)
    {
        if (_lexer.Kind != TokenKind.Name)
            return null;
        CountNode();
        if (TakeKeyword("type"u8))
            return ParseObjectType(start, description, isExtension);
        if (TakeKeyword("input"u8))
            return ParseInputObjectType(start, description, isExtension);
        if (TakeKeyword("enum"u8))
            return ParseEnumType(start, description, isExtension);
        if (TakeKeyword("interface"u8))
            return ParseInterfaceType(start, description, isExtension);
        if (TakeKeyword("union"u8))
            return ParseUnionType(start, description, isExtension);
        if (TakeKeyword("scalar"u8))
            return ParseScalarType(start, description, isExtension);
        if (TakeKeyword("schema"u8))
            return ParseSchema(start, description, isExtension);
        return !isExtension && TakeKeyword("directive"u8) ? ParseDirectiveDefinition(start, description) : null;
    }

    private SchemaDefinition ParseSchema(int start, StringValue? description, bool isExtension)
    {
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = new NodeList<OperationTypeDefinition>();
        if (!isExtension && _lexer.Kind != TokenKind.BraceOpen)
            throw SyntaxErrors.Expected(_source, ref _lexer, "\"{\"");
        if (Take(TokenKind.BraceOpen))
        {
            do
            {
                operationTypes.Add(ParseOperationTypeDefinition());
            }
            while (!Take(TokenKind.BraceClose));
        }

        RefuseEmptyExtension(isExtension, directives.Length + operationTypes.Count);
        return new SchemaDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Directives = directives,
            OperationTypes = operationTypes.ToImmutable(),
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private OperationTypeDefinition ParseOperationTypeDefinition()
    {
        CountNode();
        var start = _lexer.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinition { Operation = operation, Type = type, Start = start, End = _lexer.PreviousEnd };
    }

    private ScalarTypeDefinition ParseScalarType(int start, StringValue? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        RefuseEmptyExtension(isExtension, directives.Length);
        return new ScalarTypeDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private ObjectTypeDefinition ParseObjectType(int start, StringValue? description, bool isExtension)
    {
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RefuseEmptyExtension(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private InterfaceTypeDefinition ParseInterfaceType(int start, StringValue? description, bool isExtension)
    {
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RefuseEmptyExtension(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Interfaces = interfaces,
            Directives = directives,
            Fields = fields,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private UnionTypeDefinition ParseUnionType(int start, StringValue? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = Take(TokenKind.EqualsSign) ? ParseNamedTypes(TokenKind.Pipe) : [];
        RefuseEmptyExtension(isExtension, directives.Length + types.Length);
        return new UnionTypeDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Types = types,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private EnumTypeDefinition ParseEnumType(int start, StringValue? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = new NodeList<EnumValueDefinition>();
        if (Take(TokenKind.BraceOpen))
        {
            do
            {
                values.Add(ParseEnumValueDefinition());
            }
            while (!Take(TokenKind.BraceClose));
        }

        RefuseEmptyExtension(isExtension, directives.Length + values.Count);
        return new EnumTypeDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Values = values.ToImmutable(),
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private InputObjectTypeDefinition ParseInputObjectType(int start, StringValue? description, bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceOpen, TokenKind.BraceClose);
        RefuseEmptyExtension(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeDefinition
        {
            Source = _source,
            IsExtension = isExtension,
            Description = description,
            Name = name,
            Directives = directives,
            Fields = fields,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private DirectiveDefinition ParseDirectiveDefinition(int start, StringValue? description)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenthesisOpen, TokenKind.ParenthesisClose);
        var isRepeatable = TakeKeyword("repeatable"u8);
        if (!TakeKeyword("on"u8))
            throw SyntaxErrors.Expected(_source, ref _lexer, "\"on\"");
        var locations = new NodeList<Name>();
        Take(TokenKind.Pipe);
        do
        {
            locations.Add(ParseDirectiveLocation());
        }
        while (Take(TokenKind.Pipe));

        return new DirectiveDefinition
        {
            Source = _source,
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = locations.ToImmutable(),
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private ImmutableArray<NamedTypeReference> ParseImplementedInterfaces() =>
        TakeKeyword("implements"u8) ? ParseNamedTypes(TokenKind.Ampersand) : [];

    private ImmutableArray<NamedTypeReference> ParseNamedTypes(TokenKind separator)
    {
        var types = new NodeList<NamedTypeReference>();
        Take(separator);
        do
        {
            CountNode();
            types.Add(ParseNamedType());
        }
        while (Take(separator));

        return types.ToImmutable();
    }

    private readonly void RefuseEmptyExtension(bool isExtension, int parts)
    {
        if (isExtension && parts == 0)
        {
            var lexer = _lexer;
            throw SyntaxErrors.Expected(_source, ref lexer, "something to extend with");
        }
    }
}
