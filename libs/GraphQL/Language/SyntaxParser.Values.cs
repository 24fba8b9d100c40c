namespace GraphQL.Language;

internal ref partial struct SyntaxParser
{
    private Value ParseValue(bool isConstant)
    {
        switch (_lexer.Kind)
        {
            case TokenKind.BracketOpen:
                return ParseList(isConstant);
            case TokenKind.BraceOpen:
                return ParseObject(isConstant);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Dollar:
                return isConstant ? throw VariableInConstant() : ParseVariable();
            case TokenKind.Int or TokenKind.Float or TokenKind.Name:
                return ParseScalar();
            default:
                throw SyntaxErrors.Expected(_source, ref _lexer, "a value");
        }
    }

    private Value ParseScalar()
    {
        CountNode();
        var start = _lexer.Start;
        var end = _lexer.End;
        var text = NameTable.Get(_lexer.Bytes);
        var kind = _lexer.Kind;
        _lexer.Advance();
        return (kind, text) switch
        {
            (TokenKind.Int, _) => new IntValue { Text = text, Start = start, End = end },
            (TokenKind.Float, _) => new FloatValue { Text = text, Start = start, End = end },
            (_, "true") => new BooleanValue { Value = true, Start = start, End = end },
            (_, "false") => new BooleanValue { Value = false, Start = start, End = end },
            (_, "null") => new NullValue { Start = start, End = end },
            _ => new EnumValue { Text = text, Start = start, End = end },
        };
    }

    private StringValue ParseString()
    {
        CountNode();
        var value = new StringValue
        {
            Text = _lexer.Text!,
            Block = _lexer.Kind == TokenKind.BlockString,
            Start = _lexer.Start,
            End = _lexer.End,
        };
        _lexer.Advance();
        return value;
    }

    private ListValue ParseList(bool isConstant)
    {
        CountNode();
        var start = _lexer.Start;
        Enter();
        _lexer.Advance();
        var items = new NodeList<Value>();
        while (!Take(TokenKind.BracketClose))
            items.Add(ParseValue(isConstant));
        Leave();
        return new ListValue { Items = items.ToImmutable(), Start = start, End = _lexer.PreviousEnd };
    }

    private ObjectValue ParseObject(bool isConstant)
    {
        CountNode();
        var start = _lexer.Start;
        Enter();
        _lexer.Advance();
        var fields = new NodeList<ObjectField>();
        while (!Take(TokenKind.BraceClose))
        {
            CountNode();
            var fieldStart = _lexer.Start;
            var name = ParseName();
            Expect(TokenKind.Colon);
            var value = ParseValue(isConstant);
            fields.Add(new ObjectField { Name = name, Value = value, Start = fieldStart, End = _lexer.PreviousEnd });
        }

        Leave();
        return new ObjectValue { Fields = fields.ToImmutable(), Start = start, End = _lexer.PreviousEnd };
    }

    private Variable ParseVariable()
    {
        CountNode();
        var start = _lexer.Start;
        Expect(TokenKind.Dollar);
        var name = ParseName();
        return new Variable { Name = name, Start = start, End = _lexer.PreviousEnd };
    }

    private GraphQLException VariableInConstant()
    {
        var dollar = _lexer.Start;
        _lexer.Advance();
        return SyntaxErrors.At(_source, dollar, "a constant holds no variable.");
    }

    private TypeReference ParseTypeReference()
    {
        CountNode();
        var start = _lexer.Start;
        TypeReference type;
        if (_lexer.Kind == TokenKind.BracketOpen)
        {
            Enter();
            _lexer.Advance();
            var element = ParseTypeReference();
            Expect(TokenKind.BracketClose);
            Leave();
            type = new ListTypeReference { Type = element, Start = start, End = _lexer.PreviousEnd };
        }
        else
        {
            type = ParseNamedType();
        }

        return Take(TokenKind.Bang) ? new NonNullTypeReference { Type = type, Start = start, End = _lexer.PreviousEnd } : type;
    }

    private NamedTypeReference ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeReference { Name = name, Start = name.Start, End = name.End };
    }
}
