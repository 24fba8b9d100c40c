using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>
/// A scalar that only a document defines. Every literal and every JSON value passes; the C# value is a <see cref="string"/>,
/// <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="List{T}"/> or <see cref="Dictionary{TKey, TValue}"/> of such,
/// or null.
/// </summary>
internal sealed class DocumentScalarType : ScalarType
{
    [SetsRequiredMembers]
    public DocumentScalarType(string name) => Name = name;

    public override object? ParseLiteral(Value literal) => literal switch
    {
        IntValue number => Number(number.Text),
        FloatValue number => double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
        StringValue text => text.Text,
        BooleanValue boolean => boolean.Value,
        EnumValue name => name.Text,
        ListValue list => list.Items.Select(ParseLiteral).ToList(),
        ObjectValue fields => ParseFields(fields),
        NullValue => null,
        _ => throw new CoercionException($"{Name} takes a constant."),
    };

    public override object? ParseValue(JsonElement value, CoercionContext context) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(item => ParseValue(item, context)).ToList(),
        JsonValueKind.Object => value.EnumerateObject()
            .GroupBy(static member => member.Name)
            .ToDictionary(static group => group.Key, group => ParseValue(group.Last().Value, context)),
        _ => null,
    };

    public override void Write(object value, ResultWriter writer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            WriteJson(json, value);
        writer.WriteRaw(buffer.WrittenSpan);
    }

    public override Value ToLiteral(object value) => Literal(value);

    private static object Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private Dictionary<string, object?> ParseFields(ObjectValue fields)
    {
        var values = new Dictionary<string, object?>();
        foreach (var field in fields.Fields)
            values[field.Name.Value] = ParseLiteral(field.Value);
        return values;
    }

    private void WriteJson(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool boolean:
                json.WriteBooleanValue(boolean);
                break;
            case int or long or short or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double or float or decimal:
                json.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> fields:
                json.WriteStartObject();
                foreach (var (name, field) in fields)
                {
                    json.WritePropertyName(name);
                    WriteJson(json, field);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteJson(json, item);
                json.WriteEndArray();
                break;
            default:
                throw Unknown(value);
        }
    }

    private Value Literal(object? value) => value switch
    {
        null => new NullValue(),
        string text => new StringValue { Text = text },
        bool boolean => new BooleanValue { Value = boolean },
        int or long or short or byte => new IntValue { Text = Convert.ToString(value, CultureInfo.InvariantCulture)! },
        double number => new FloatValue { Text = number.ToString("R", CultureInfo.InvariantCulture) },
        IReadOnlyDictionary<string, object?> fields => new ObjectValue
        {
            Fields = [.. fields.Select(field => new ObjectField { Name = new Name(field.Key), Value = Literal(field.Value) })],
        },
        IEnumerable items => new ListValue { Items = [.. items.Cast<object?>().Select(Literal)] },
        _ => throw Unknown(value),
    };

    private CoercionException Unknown(object value) => new($"{Name} has no form for a value of type {value.GetType().Name}.");
}
