using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace GraphQL.Execution;

/// <summary>Writes errors as responses carry them; September 2025, section "Errors".</summary>
internal static class ErrorWriter
{
    /// <summary>Writes a list of errors.</summary>
    public static void Write(IReadOnlyList<GraphQLError> errors, ResultWriter writer)
    {
        writer.WriteRaw("["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                writer.WriteRaw(","u8);
            Write(errors[i], writer);
        }

        writer.WriteRaw("]"u8);
    }

    private static void Write(GraphQLError error, ResultWriter writer)
    {
        writer.WriteRaw("{\"message\":"u8);
        writer.WriteString(error.Message);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            var separator = ",\"locations\":[{\"line\":"u8;
            foreach (var location in error.Locations)
            {
                writer.WriteRaw(separator);
                writer.WriteInteger(location.Line);
                writer.WriteRaw(",\"column\":"u8);
                writer.WriteInteger(location.Column);
                separator = "},{\"line\":"u8;
            }

            writer.WriteRaw("}]"u8);
        }

        if (error.Path is { } path)
        {
            writer.WriteRaw(",\"path\":"u8);
            WriteValue(path, writer);
        }

        if (error.Code is not null || error.Extensions is not null)
        {
            writer.WriteRaw(",\"extensions\":"u8);
            var members = new Dictionary<string, object?>();
            if (error.Code is { } code)
                members["code"] = code;
            foreach (var (name, value) in error.Extensions ?? ImmutableSortedDictionary<string, object?>.Empty)
                members[name] = value;
            WriteValue(members, writer);
        }

        writer.WriteRaw("}"u8);
    }

    private static void WriteValue(object? value, ResultWriter writer)
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
            WriteValue(value, writer);
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
            WriteValue(element, writer);
            separator = ","u8;
        }

        writer.WriteRaw("]"u8);
    }
}
