using System.Text;
using System.Xml.Linq;

namespace GraphQL.Types;

/// <summary>Documentation comments as Markdown; what they refer to is named as the schema names it.</summary>
/// <param name="nameOf">The schema's name for a reference.</param>
internal sealed class DocumentationMarkdown(Func<string, string> nameOf)
{
    private readonly StringBuilder _text = new();
    private bool _space;

    /// <summary>The contents of an element; null when they are empty.</summary>
    public string? Render(XElement element)
    {
        _text.Clear();
        _space = false;
        AppendAll(element);
        var text = _text.ToString().Trim();
        return text.Length == 0 ? null : text;
    }

    private void AppendAll(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
                AppendText(text.Value);
            else if (node is XElement child)
                Append(child);
        }
    }

    private void Append(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "c":
                AppendCode(element.Value);
                break;
            case "code":
                Break("\n\n");
                _text.Append("```\n").Append(element.Value.Trim('\r', '\n')).Append("\n```");
                Break("\n\n");
                break;
            case "see" or "seealso" when (string?)element.Attribute("cref") is { } cref:
                AppendCode(nameOf(cref));
                break;
            case "see" or "seealso" when (string?)element.Attribute("langword") is { } word:
                AppendCode(word);
                break;
            case "see" or "seealso" when (string?)element.Attribute("href") is { } link:
                AppendInline($"[{(element.Value.Length == 0 ? link : element.Value)}]({link})");
                break;
            case "paramref" or "typeparamref":
                AppendCode(NamingConventions.Camel((string?)element.Attribute("name") ?? ""));
                break;
            case "para":
                Break("\n\n");
                AppendAll(element);
                Break("\n\n");
                break;
            case "br":
                Break("\n");
                break;
            case "item":
                Break("\n");
                _text.Append("- ");
                AppendAll(element);
                break;
            case "list":
                Break("\n");
                AppendAll(element);
                Break("\n\n");
                break;
            case "b" or "strong":
                AppendInline($"**{element.Value}**");
                break;
            case "i" or "em":
                AppendInline($"*{element.Value}*");
                break;
            default:
                AppendAll(element);
                break;
        }
    }

    private void AppendText(string text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                _space = true;
                continue;
            }

            AppendSpace();
            _text.Append(character);
        }
    }

    private void AppendCode(string text) => AppendInline($"`{text}`");

    private void AppendInline(string text)
    {
        AppendSpace();
        _text.Append(text);
    }

    private void AppendSpace()
    {
        if (_space && _text.Length > 0 && _text[^1] is not ('\n' or ' '))
            _text.Append(' ');
        _space = false;
    }

    private void Break(string lines)
    {
        _space = false;
        var length = _text.Length;
        while (length > 0 && _text[length - 1] is '\n' or ' ')
            length--;
        _text.Length = length;
        if (length > 0)
            _text.Append(lines);
    }
}
