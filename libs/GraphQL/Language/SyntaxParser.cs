using System.Runtime.CompilerServices;

namespace GraphQL.Language;

/// <summary>Recursive descent over the tokens; one method per grammar symbol, in the order of the specification's appendix.</summary>
internal ref partial struct SyntaxParser
{
    private readonly Source _source;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private int _depth;
    private int _nodes;

    public SyntaxParser(Source source, ParserOptions options)
    {
        _source = source;
        _options = options;
        _lexer = new Lexer(source, options);
        _lexer.Advance();
    }

    public Document ParseDocument()
    {
        var definitions = new NodeList<Definition>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_lexer.Kind != TokenKind.EndOfFile);

        return new Document { Source = _source, Definitions = definitions.ToImmutable(), Start = 0, End = _source.Bytes.Length };
    }

    public Value ParseWholeValue(bool isConstant)
    {
        var value = ParseValue(isConstant);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    public TypeReference ParseWholeType()
    {
        var type = ParseTypeReference();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    private Definition ParseDefinition()
    {
        var start = _lexer.Start;
        if (_lexer.Kind == TokenKind.BraceOpen)
            return ParseAnonymousQuery();

        var description = ParseDescription();
        if (description is not null && _lexer.Kind == TokenKind.BraceOpen)
            throw SyntaxErrors.At(_source, start, "a query without the keyword \"query\" has no description.");
        if (_lexer.Kind != TokenKind.Name)
            throw SyntaxErrors.Unexpected(_source, ref _lexer);

        var keyword = _lexer.Bytes;
        if (keyword.SequenceEqual("query"u8) || keyword.SequenceEqual("mutation"u8) || keyword.SequenceEqual("subscription"u8))
            return ParseOperation(start, description);
        if (keyword.SequenceEqual("fragment"u8))
            return ParseFragmentDefinition(start, description);
        if (keyword.SequenceEqual("extend"u8))
        {
            if (description is not null)
                throw SyntaxErrors.At(_source, start, "an extension has no description.");
            _lexer.Advance();
            return ParseTypeSystemDefinition(start, description: null, isExtension: true)
                ?? throw SyntaxErrors.Unexpected(_source, ref _lexer);
        }

        var definition = ParseTypeSystemDefinition(start, description, isExtension: false);
        if (definition is not null)
            return definition;
        throw description is null
            ? SyntaxErrors.Unexpected(_source, ref _lexer)
            : SyntaxErrors.At(_source, start, "only a definition has a description.");
    }

    private StringValue? ParseDescription() =>
        _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private Name ParseName()
    {
        if (_lexer.Kind != TokenKind.Name)
            throw SyntaxErrors.Expected(_source, ref _lexer, "a name");
        var name = new Name(NameTable.Get(_lexer.Bytes)) { Start = _lexer.Start, End = _lexer.End };
        _lexer.Advance();
        return name;
    }

    private bool Take(TokenKind kind)
    {
        if (_lexer.Kind != kind)
            return false;
        _lexer.Advance();
        return true;
    }

    private void Expect(TokenKind kind)
    {
        if (!Take(kind))
            throw SyntaxErrors.Expected(_source, ref _lexer, SyntaxErrors.NameOf(kind));
    }

    private readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => _lexer.Kind == TokenKind.Name && _lexer.Bytes.SequenceEqual(keyword);

    private bool TakeKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword))
            return false;
        _lexer.Advance();
        return true;
    }

    /// <summary>Must be called before whatever can nest, so that hostile text meets the bound and not the end of the stack.</summary>
    private void Enter()
    {
        if (++_depth > _options.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw SyntaxErrors.TooDeep(_source, _lexer.Start, _options.MaxDepth);
    }

    private void Leave() => _depth--;

    private void CountNode()
    {
        if (++_nodes > _options.MaxNodes)
            throw SyntaxErrors.LimitExceeded(_source, _lexer.Start, "nodes", _options.MaxNodes);
    }
}
