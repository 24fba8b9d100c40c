using System.Text;

namespace GraphQL.Language;

/// <summary>Where each line of a text begins, so that many offsets of one text become locations without reading it each time.</summary>
internal sealed class LineTable
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly List<int> _starts = [0];

    public LineTable(Source source)
    {
        _text = source.Bytes;
        var text = _text.Span;
        for (var i = 0; i < text.Length; i++)
        {
            // A carriage return and the line feed behind it end one line.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>The line and column of a byte offset, both from 1; columns count UTF-16 code units.</summary>
    public SourceLocation LocationOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var line = _starts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return new SourceLocation(line + 1, Encoding.UTF8.GetCharCount(_text.Span[_starts[line]..offset]) + 1);
    }
}
