using System.Text;
using GraphQL.Language;
using Xunit;

namespace GraphQL.Tests.Language;

/// <summary>What the tests of this folder ask of a parser.</summary>
internal static class Syntax
{
    /// <summary>The error that a text ends in.</summary>
    public static GraphQLError ErrorOf(byte[] utf8, ParserOptions? options = null) =>
        Assert.Single(Assert.Throws<GraphQLException>(() => Parser.ParseDocument(utf8, options)).Errors);

    /// <summary>The error that a text ends in.</summary>
    public static GraphQLError ErrorOf(string text, ParserOptions? options = null) => ErrorOf(Encoding.UTF8.GetBytes(text), options);

    /// <summary>The value of a string literal.</summary>
    public static string TextOf(string literal) => Assert.IsType<StringValue>(Parser.ParseConstValue(Source.From(literal))).Text;
}
