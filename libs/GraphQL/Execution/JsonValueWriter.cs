using System.Collections;
using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>
/// Writes JSON-like values, as <c>extensions</c> carry them: null, text, truth values, numbers, <see cref="JsonElement"/>, members by name,
/// elements; anything else as its text.
/// </summary>
internal static class JsonValueWriter
{
    public static void Write(object? value, ResultWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case string text:
                writer.WriteString(text);
                break;
            case bool boolean:
                writer.WriteBoolean(boolean);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteInteger(Convert.ToInt64(value, provider: null));
                break;
            case float or double when double.IsFinite(Convert.ToDouble(value, provider: null)):
                writer.WriteNumber(Convert.ToDouble(value, provider: null));
                break;
            case decimal number:
                writer.WriteNumber(number);
                break;
            case JsonElement json:
                writer.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(json));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                WriteMembers(members, writer);
                break;
            case IEnumerable elements:
                WriteElements(elements, writer);
                break;
            default:
                writer.WriteString(value.ToString());
                break;
        }
    }

    private static void WriteMembers(IEnumerable<KeyValuePair<string, object?>> members, ResultWriter writer)
    {
        writer.WriteRaw("{"u8);
        var separator = ""u8;
        foreach (var (name, value) in members)
        {
            writer.WriteRaw(separator);
            writer.WriteString(name);
            writer.WriteRaw(":"u8);
            Write(value, writer);
            separator = ","u8;
        }

        writer.WriteRaw("}"u8);
    }

    private static void WriteElements(IEnumerable elements, ResultWriter writer)
    {
        writer.WriteRaw("["u8);
        var separator = ""u8;
        foreach (var element in elements)
        {
            writer.WriteRaw(separator);
            Write(element, writer);
            separator = ","u8;
        }

        writer.WriteRaw("]"u8);
    }
}
