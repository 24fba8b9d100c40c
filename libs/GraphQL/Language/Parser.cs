namespace GraphQL.Language;

/// <summary>
/// Reads GraphQL from UTF-8. Text that is no GraphQL is a <see cref="GraphQLException"/> with code <see cref="ErrorCodes.SyntaxError"/>
/// and the place; text beyond a bound of the options is one with code <see cref="ErrorCodes.LimitExceeded"/>.
/// </summary>
public static class Parser
{
    /// <summary>Reads a document.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">Bounds; null for <see cref="ParserOptions.Default"/>.</param>
    public static Document ParseDocument(Source source, ParserOptions? options = null) =>
        new SyntaxParser(source, options ?? ParserOptions.Default).ParseDocument();

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="options">Bounds; null for <see cref="ParserOptions.Default"/>.</param>
    public static Document ParseDocument(ReadOnlyMemory<byte> utf8, ParserOptions? options = null) =>
        ParseDocument(new Source(utf8), options);

    /// <summary>Reads a document held as a string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">Bounds; null for <see cref="ParserOptions.Default"/>.</param>
    public static Document ParseDocument(string text, ParserOptions? options = null) => ParseDocument(Source.From(text), options);

    /// <summary>Reads a value, in which variables may stand.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">Bounds; null for <see cref="ParserOptions.Default"/>.</param>
    public static Value ParseValue(Source source, ParserOptions? options = null) =>
        new SyntaxParser(source, options ?? ParserOptions.Default).ParseWholeValue(isConstant: false);

    /// <summary>Reads a value without variables.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">Bounds; null for <see cref="ParserOptions.Default"/>.</param>
    public static Value ParseConstValue(Source source, ParserOptions? options = null) =>
        new SyntaxParser(source, options ?? ParserOptions.Default).ParseWholeValue(isConstant: true);

    /// <summary>Reads a reference to a type, such as <c>[Int!]</c>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">Bounds; null for <see cref="ParserOptions.Default"/>.</param>
    public static TypeReference ParseType(Source source, ParserOptions? options = null) =>
        new SyntaxParser(source, options ?? ParserOptions.Default).ParseWholeType();

    /// <summary>Reads a schema coordinate, such as <c>Query.user(id:)</c>.</summary>
    /// <param name="source">The text.</param>
    public static SchemaCoordinate ParseSchemaCoordinate(Source source) => SchemaCoordinate.Parse(source);
}
