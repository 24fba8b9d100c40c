using System.Text;

namespace GraphQL.Language;

/// <summary>
/// Names an element of a schema: <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>, <c>@directive</c> or
/// <c>@directive(argument:)</c>.
/// </summary>
public sealed record SchemaCoordinate
{
    /// <summary>True when <see cref="Name"/> is a directive's.</summary>
    public required bool IsDirective { get; init; }

    /// <summary>The type's or directive's name.</summary>
    public required string Name { get; init; }

    /// <summary>The field, input field or enum value; null for the type itself and for directives.</summary>
    public string? Member { get; init; }

    /// <summary>The argument; null when the coordinate names none.</summary>
    public string? Argument { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(IsDirective ? "@" : "").Append(Name);
        if (Member is not null)
            text.Append('.').Append(Member);
        if (Argument is not null)
            text.Append('(').Append(Argument).Append(":)");
        return text.ToString();
    }

    /// <summary>Reads one. Nothing is ignored between its tokens: a coordinate has no white space (section "Schema Coordinates").</summary>
    internal static SchemaCoordinate Parse(Source source)
    {
        var position = 0;
        var isDirective = Take(source, ref position, '@');
        var name = TakeName(source, ref position);
        var member = !isDirective && Take(source, ref position, '.') ? TakeName(source, ref position) : null;
        string? argument = null;
        if ((isDirective || member is not null) && Take(source, ref position, '('))
        {
            argument = TakeName(source, ref position);
            Expect(source, ref position, ':');
            Expect(source, ref position, ')');
        }

        if (position < source.Bytes.Length)
            throw SyntaxErrors.UnexpectedCharacter(source, position);
        return new SchemaCoordinate { IsDirective = isDirective, Name = name, Member = member, Argument = argument };
    }

    private static bool Take(Source source, ref int position, char expected)
    {
        if (position >= source.Bytes.Length || source.Bytes.Span[position] != expected)
            return false;
        position++;
        return true;
    }

    private static void Expect(Source source, ref int position, char expected)
    {
        if (!Take(source, ref position, expected))
            throw SyntaxErrors.UnexpectedCharacter(source, position);
    }

    private static string TakeName(Source source, ref int position)
    {
        var text = source.Bytes.Span;
        var start = position;
        while (position < text.Length && IsNamePart(text[position], isFirst: position == start))
            position++;
        if (position == start)
            throw SyntaxErrors.UnexpectedCharacter(source, position);
        return NameTable.Get(text[start..position]);
    }

    private static bool IsNamePart(byte value, bool isFirst) =>
        char.IsAsciiLetter((char)value) || value == '_' || (!isFirst && char.IsAsciiDigit((char)value));
}
