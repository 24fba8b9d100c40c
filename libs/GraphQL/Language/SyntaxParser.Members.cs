using System.Collections.Immutable;
using GraphQL.Types;

namespace GraphQL.Language;

internal ref partial struct SyntaxParser
{
    private ImmutableArray<FieldDefinition> ParseFieldDefinitions()
    {
        if (!Take(TokenKind.BraceOpen))
            return [];
        var fields = new NodeList<FieldDefinition>();
        do
        {
            fields.Add(ParseFieldDefinition());
        }
        while (!Take(TokenKind.BraceClose));

        return fields.ToImmutable();
    }

    private FieldDefinition ParseFieldDefinition()
    {
        CountNode();
        var start = _lexer.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenthesisOpen, TokenKind.ParenthesisClose);
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var directives = ParseDirectives(isConstant: true);
        return new FieldDefinition
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = type,
            Directives = directives,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private ImmutableArray<InputValueDefinition> ParseInputValueDefinitions(TokenKind open, TokenKind close)
    {
        if (!Take(open))
            return [];
        var values = new NodeList<InputValueDefinition>();
        do
        {
            values.Add(ParseInputValueDefinition());
        }
        while (!Take(close));

        return values.ToImmutable();
    }

    private InputValueDefinition ParseInputValueDefinition()
    {
        CountNode();
        var start = _lexer.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = Take(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new InputValueDefinition
        {
            Description = description,
            Name = name,
            Type = type,
            DefaultValue = defaultValue,
            Directives = directives,
            Start = start,
            End = _lexer.PreviousEnd,
        };
    }

    private EnumValueDefinition ParseEnumValueDefinition()
    {
        CountNode();
        var start = _lexer.Start;
        var description = ParseDescription();
        if (IsKeyword("true"u8) || IsKeyword("false"u8) || IsKeyword("null"u8))
            throw SyntaxErrors.At(_source, _lexer.Start, "true, false and null are no names of enum values.");
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        return new EnumValueDefinition { Description = description, Name = name, Directives = directives, Start = start, End = _lexer.PreviousEnd };
    }

    private Name ParseDirectiveLocation()
    {
        var location = ParseName();
        return DirectiveLocations.IsKnown(location.Value)
            || (_options.FragmentArguments && location.Value == DirectiveLocations.FragmentVariableDefinition)
            ? location
            : throw SyntaxErrors.At(_source, location.Start, $"there is no directive location \"{location}\".");
    }
}
