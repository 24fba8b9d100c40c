using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>JSON</c>: any JSON value; a literal may be written as GraphQL writes objects and lists.</summary>
internal sealed class JsonType : ScalarType
{
    [SetsRequiredMembers]
    public JsonType()
    {
        Name = "JSON";
        Description = "Any JSON value.";
        SpecifiedByUrl = "https://www.rfc-editor.org/rfc/rfc8259";
        RuntimeType = typeof(JsonElement);
    }

    public override object ParseLiteral(Value literal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(literal, writer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    // A clone, because the request's own memory is gone when the request is.
    public override object ParseValue(JsonElement value, CoercionContext context) => value.Clone();

    public override void Write(object value, ResultWriter writer) => writer.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(Coerce(value)));

    public override Value ToLiteral(object value) => ToLiteral(Coerce(value));

    private static JsonElement Coerce(object value) => value switch
    {
        JsonElement { ValueKind: not JsonValueKind.Undefined } element => element,
        JsonDocument document => document.RootElement,
        _ => throw new CoercionException($"JSON takes a JSON value, not {LiteralText.Cut(value.ToString() ?? value.GetType().Name)}."),
    };

    private static Value ToLiteral(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new ObjectValue
        {
            Fields = [.. element.EnumerateObject().Select(static item => new ObjectField { Name = new Name(item.Name), Value = ToLiteral(item.Value) })],
        },
        JsonValueKind.Array => new ListValue { Items = [.. element.EnumerateArray().Select(ToLiteral)] },
        JsonValueKind.String => new StringValue { Text = element.GetString()! },
        JsonValueKind.Number when element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => new FloatValue { Text = element.GetRawText() },
        JsonValueKind.Number => new IntValue { Text = element.GetRawText() },
        JsonValueKind.True or JsonValueKind.False => new BooleanValue { Value = element.ValueKind == JsonValueKind.True },
        _ => new NullValue(),
    };

    private static void Write(Value literal, Utf8JsonWriter writer)
    {
        switch (literal)
        {
            case IntValue integer:
                writer.WriteRawValue(integer.Text);
                break;
            case FloatValue number:
                writer.WriteRawValue(number.Text);
                break;
            case StringValue text:
                writer.WriteStringValue(text.Text);
                break;
            case EnumValue name:
                writer.WriteStringValue(name.Text);
                break;
            case BooleanValue boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            case ObjectValue @object:
                writer.WriteStartObject();
                foreach (var field in @object.Fields)
                {
                    writer.WritePropertyName(field.Name.Value);
                    Write(field.Value, writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
