using System.Collections.Immutable;

namespace GraphQL.Language;

/// <content>Values and references to types.</content>
internal sealed partial class SyntaxWriter
{
    private void WriteValue(Value value)
    {
        switch (value)
        {
            case ListValue list:
                if (SizeOnOneLine(list).Length > TextSize.Widest)
                    WriteBlock("[", list.Items, "]");
                else
                    WriteInline("[", list.Items, "]");
                break;
            case ObjectValue { Fields: [] }:
                Append(TextOf(value));
                break;
            case ObjectValue fields:
                if (SizeOnOneLine(fields).Length > TextSize.Widest)
                    WriteBlock("{", fields.Fields, "}");
                else
                    WriteInline("{ ", fields.Fields, " }");
                break;
            default:
                AppendLines(TextOf(value));
                break;
        }
    }

    private void WriteObjectField(ObjectField field)
    {
        Append(field.Name.Value).Append(": ");
        WriteValue(field.Value);
    }

    private void WriteDefault(Value? value)
    {
        if (value is null)
            return;
        Append(" = ");
        WriteValue(value);
    }

    private void WriteType(TypeReference type)
    {
        switch (type)
        {
            case ListTypeReference list:
                Append("[");
                WriteType(list.Type);
                Append("]");
                break;
            case NonNullTypeReference nonNull:
                WriteType(nonNull.Type);
                Append("!");
                break;
            case NamedTypeReference named:
                Append(named.Name.Value);
                break;
        }
    }

    private static string TextOf(Value leaf) => leaf switch
    {
        Variable variable => "$" + variable.Name.Value,
        IntValue number => number.Text,
        FloatValue number => number.Text,
        StringValue { Block: true } text => BlockString.Print(text.Text),
        StringValue text => StringLiteral.Print(text.Text),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        EnumValue name => name.Text,
        ObjectValue => "{  }",
        _ => "null",
    };

    private TextSize SizeOf(Argument argument) => SizeOf(argument.Value).Behind(argument.Name.Value.Length + 2);

    private TextSize SizeOf(ObjectField field) => SizeOf(field.Value).Behind(field.Name.Value.Length + 2);

    private TextSize SizeOf(Value value)
    {
        if (value is not (ListValue or ObjectValue { Fields: not [] }))
            return TextSize.Of(TextOf(value));
        if (_sizes.TryGetValue(value, out var known))
            return known;

        var size = value is ListValue list ? SizeOnOneLine(list) : SizeOnOneLine((ObjectValue)value);
        if (size.Length > TextSize.Widest)
            size = value is ListValue items ? SizeOfBlock(items.Items, SizeOfItem) : SizeOfBlock(((ObjectValue)value).Fields, SizeOfField);
        _sizes.Add(value, size);
        return size;
    }

    private TextSize SizeOnOneLine(ListValue list) => Joined(list.Items, SizeOfItem).Behind(2);

    private TextSize SizeOnOneLine(ObjectValue fields) => Joined(fields.Fields, SizeOfField).Behind(4);

    private static TextSize SizeOfItem(SyntaxWriter writer, Value item) => writer.SizeOf(item);

    private static TextSize SizeOfField(SyntaxWriter writer, ObjectField field) => writer.SizeOf(field);

    private TextSize SizeOfBlock<T>(ImmutableArray<T> nodes, Func<SyntaxWriter, T, TextSize> sizeOf)
    {
        var size = new TextSize(nodes.Length - 1, nodes.Length - 1);
        foreach (var node in nodes)
            size += sizeOf(this, node);
        var indentation = Indentation.Length * (size.LineBreaks + 1);
        return new TextSize(size.Length + indentation + 4, size.LineBreaks + 2);
    }

    /// <summary>The size of nodes separated by commas.</summary>
    private TextSize Joined<T>(ImmutableArray<T> nodes, Func<SyntaxWriter, T, TextSize> sizeOf)
    {
        var size = new TextSize(nodes.IsEmpty ? 0 : 2 * (nodes.Length - 1), 0);
        foreach (var node in nodes)
            size += sizeOf(this, node);
        return size;
    }
}
