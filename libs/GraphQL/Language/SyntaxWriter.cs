using System.Collections.Immutable;
using System.Text;

namespace GraphQL.Language;

/// <summary>One printing. Sizes of literals are measured once each, so that deciding where to break lines stays linear.</summary>
internal sealed partial class SyntaxWriter
{
    private const string Indentation = "  ";
    private readonly StringBuilder _text = new();
    private readonly Dictionary<Value, TextSize> _sizes = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public override string ToString() => _text.ToString();

    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case Document document:
                WriteDocument(document);
                break;
            case OperationDefinition operation:
                WriteOperation(operation);
                break;
            case FragmentDefinition fragment:
                WriteFragment(fragment);
                break;
            case VariableDefinition variable:
                WriteVariableDefinition(variable);
                break;
            case SelectionSet selections:
                WriteSelectionSet(selections);
                break;
            case Selection selection:
                WriteSelection(selection);
                break;
            case Argument argument:
                WriteArgument(argument);
                break;
            case Directive directive:
                WriteDirective(directive);
                break;
            case Name name:
                Append(name.Value);
                break;
            case Value value:
                WriteValue(value);
                break;
            case ObjectField field:
                WriteObjectField(field);
                break;
            case TypeReference type:
                WriteType(type);
                break;
            case TypeSystemDefinition definition:
                WriteTypeSystemDefinition(definition);
                break;
            case OperationTypeDefinition operationType:
                WriteOperationType(operationType);
                break;
            case FieldDefinition field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinition input:
                WriteInputValue(input);
                break;
            case EnumValueDefinition value:
                WriteEnumValue(value);
                break;
            default:
                throw new ArgumentException($"There is no text for a node of kind {node.Kind}.", nameof(node));
        }
    }

    private void WriteDocument(Document document)
    {
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0)
                Append("\n\n");
            Write(document.Definitions[i]);
        }
    }

    private SyntaxWriter Append(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Appends text whose lines are indented as the place is.</summary>
    private void AppendLines(string text)
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            _text.Append(text, start, end - start);
            AppendLine();
            start = end + 1;
        }

        _text.Append(text, start, text.Length - start);
    }

    private void AppendLine()
    {
        _text.Append('\n');
        for (var i = 0; i < _depth; i++)
            _text.Append(Indentation);
    }

    private void WriteDescription(StringValue? description)
    {
        if (description is null)
            return;
        WriteValue(description);
        AppendLine();
    }

    private void WriteDirectives(ImmutableArray<Directive> directives)
    {
        foreach (var directive in directives)
        {
            Append(" ");
            WriteDirective(directive);
        }
    }

    private void WriteDirective(Directive directive)
    {
        Append("@").Append(directive.Name.Value);
        if (!directive.Arguments.IsEmpty)
            WriteInline("(", directive.Arguments, ")");
    }

    /// <summary>Nodes on one line, separated by commas.</summary>
    private void WriteInline<T>(string open, ImmutableArray<T> nodes, string close)
        where T : SyntaxNode
    {
        Append(open);
        WriteJoined(nodes, ", ");
        Append(close);
    }

    private void WriteJoined<T>(ImmutableArray<T> nodes, string separator)
        where T : SyntaxNode
    {
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0)
                Append(separator);
            Write(nodes[i]);
        }
    }

    /// <summary>Nodes on a line each, one level deeper.</summary>
    private void WriteBlock<T>(string open, ImmutableArray<T> nodes, string close)
        where T : SyntaxNode
    {
        Append(open);
        _depth++;
        foreach (var node in nodes)
        {
            AppendLine();
            Write(node);
        }

        _depth--;
        AppendLine();
        Append(close);
    }
}
