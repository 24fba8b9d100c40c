namespace GraphQL.Language;

/// <summary>
/// Prints syntax in the layout of the reference implementation (graphql-js 17.1): two spaces, arguments and literals broken over lines
/// beyond 80 columns. What was parsed, printed and parsed again is the same tree.
/// </summary>
public static class SyntaxPrinter
{
    /// <summary>The text of a node of any kind; a line feed ends its lines, the last has none.</summary>
    public static string Print(SyntaxNode node)
    {
        var writer = new SyntaxWriter();
        writer.Write(node);
        return writer.ToString();
    }
}
