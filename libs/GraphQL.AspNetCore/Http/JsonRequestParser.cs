using System.Text.Json;
using System.Text.Unicode;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.Http;

/// <summary>
/// Reads a request from JSON (GraphQL over HTTP, section "Request Parameters"). The document is taken where it lies: it is
/// copied only when it has escapes, which one with line breaks has.
/// </summary>
internal sealed class JsonRequestParser(int maxDepth)
{
    private readonly JsonReaderOptions _readerOptions = new() { MaxDepth = maxDepth };
    private readonly JsonDocumentOptions _documentOptions = new() { MaxDepth = maxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a whole request.</summary>
    /// <param name="json">Stays in use until <paramref name="parameters"/> is disposed.</param>
    /// <param name="what">What the JSON is, for messages.</param>
    /// <param name="parameters">Filled, and owner of what parsing needs.</param>
    public void Parse(ReadOnlyMemory<byte> json, string what, RequestParameters parameters)
    {
        var variables = ReadOnlyMemory<byte>.Empty;
        Parse(json, what, parameters, ref variables);
        if (!variables.IsEmpty)
            parameters.Variables = ParseValue(variables, what, parameters);
    }

    /// <summary>Reads a request but for its variables, whose JSON it hands out; empty when there are none.</summary>
    public ReadOnlyMemory<byte> ParseWithoutVariables(ReadOnlyMemory<byte> json, string what, RequestParameters parameters)
    {
        var variables = ReadOnlyMemory<byte>.Empty;
        Parse(json, what, parameters, ref variables);
        return variables;
    }

    /// <summary>The elements of an array of requests, where they lie.</summary>
    /// <param name="json">An array.</param>
    /// <param name="what">What the JSON is, for messages.</param>
    /// <param name="maxCount">How many there may be.</param>
    public List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> json, string what, int maxCount)
    {
        json = RequireUtf8(json, what);
        var elements = new List<ReadOnlyMemory<byte>>();
        try
        {
            var reader = new Utf8JsonReader(json.Span, _readerOptions);
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (elements.Count == maxCount)
                    throw Refusals.BatchTooLarge(maxCount);
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                elements.Add(json[start..(int)reader.BytesConsumed]);
            }

            reader.Read();
            return elements;
        }
        catch (JsonException exception)
        {
            throw Refusals.NotJson(what, Describe(exception));
        }
    }

    /// <summary>A value of its own, such as a parameter of a GET request.</summary>
    public JsonElement ParseValue(ReadOnlyMemory<byte> json, string what, RequestParameters parameters)
    {
        try
        {
            return parameters.Own(JsonDocument.Parse(json, _documentOptions)).RootElement;
        }
        catch (JsonException exception)
        {
            throw Refusals.NotJson(what, Describe(exception));
        }
    }

    /// <summary>Refuses bytes that are not UTF-8; the JSON reader itself looks only into the strings that it is asked for.</summary>
    public static ReadOnlyMemory<byte> RequireUtf8(ReadOnlyMemory<byte> bytes, string what)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return Utf8.IsValid(bytes.Span) ? bytes : throw Refusals.NotUtf8(what);
    }

    private void Parse(ReadOnlyMemory<byte> json, string what, RequestParameters parameters, ref ReadOnlyMemory<byte> variables)
    {
        json = RequireUtf8(json, what);
        try
        {
            var reader = new Utf8JsonReader(json.Span, _readerOptions);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
                throw Refusals.BatchUnsupported(what);
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Refusals.NotAnObject(what, Describe(reader.TokenType));

            var members = Members.None;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ReadMember(ref reader, json, what, parameters, ref variables, ref members);
            reader.Read();

            if (!parameters.HasDocument && parameters.DocumentId is null && !DocumentReference.IsIn(parameters.Extensions))
                throw Refusals.QueryMissing();
        }
        catch (JsonException exception)
        {
            throw Refusals.NotJson(what, Describe(exception));
        }
    }

    private void ReadMember(
        ref Utf8JsonReader reader,
        ReadOnlyMemory<byte> json,
        string what,
        RequestParameters parameters,
        ref ReadOnlyMemory<byte> variables,
        ref Members members)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            Begin(ref reader, ref members, Members.Query, "query");
            if (reader.TokenType == JsonTokenType.Null)
                members &= ~Members.Query;
            else
                parameters.Document = ReadDocument(ref reader, json, parameters);
        }
        else if (reader.ValueTextEquals("operationName"u8))
        {
            Begin(ref reader, ref members, Members.OperationName, "operationName");
            parameters.OperationName = ReadText(ref reader, "operationName");
        }
        else if (reader.ValueTextEquals("documentId"u8))
        {
            Begin(ref reader, ref members, Members.DocumentId, "documentId");
            parameters.DocumentId = ReadText(ref reader, "documentId");
        }
        else if (reader.ValueTextEquals("onError"u8))
        {
            Begin(ref reader, ref members, Members.OnError, "onError");
            parameters.OnError = ReadOnError(ReadText(ref reader, "onError"));
        }
        else if (reader.ValueTextEquals("variables"u8))
        {
            Begin(ref reader, ref members, Members.Variables, "variables");
            variables = ReadObject(ref reader, json, "variables");
        }
        else if (reader.ValueTextEquals("extensions"u8))
        {
            Begin(ref reader, ref members, Members.Extensions, "extensions");
            var extensions = ReadObject(ref reader, json, "extensions");
            if (!extensions.IsEmpty)
                parameters.Extensions = ParseValue(extensions, what, parameters);
        }
        else
        {
            // the specification reserves unknown members for later and has servers ignore them
            reader.Read();
            reader.Skip();
        }
    }

    /// <summary>The request's <c>onError</c>, as the proposal graphql/graphql-spec#1163 has it.</summary>
    public static ErrorBehavior? ReadOnError(string? text) => text switch
    {
        null => null,
        "PROPAGATE" => ErrorBehavior.Propagate,
        "NULL" => ErrorBehavior.Null,
        "HALT" => ErrorBehavior.Halt,
        _ => throw Refusals.OnErrorUnknown(text),
    };

    private static void Begin(ref Utf8JsonReader reader, ref Members members, Members member, string name)
    {
        if ((members & member) == member)
            throw Refusals.MemberRepeated(name);
        members |= member;
        reader.Read();
    }

    private static ReadOnlyMemory<byte> ReadDocument(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, RequestParameters parameters)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw Refusals.MemberOfWrongType("query", "a string", Describe(reader.TokenType));
        if (!reader.ValueIsEscaped)
            return json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);

        var unescaped = parameters.Rent(reader.ValueSpan.Length);
        try
        {
            return unescaped[..reader.CopyString(unescaped.Span)];
        }
        catch (InvalidOperationException)
        {
            throw Refusals.NotUtf8("\"query\"");
        }
    }

    private static string? ReadText(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw Refusals.MemberOfWrongType(member, "a string or null", Describe(reader.TokenType));
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // an escaped surrogate without its other half
            throw Refusals.NotUtf8($"\"{member}\"");
        }
    }

    private static ReadOnlyMemory<byte> ReadObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Refusals.MemberOfWrongType(member, "an object or null", Describe(reader.TokenType));
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    /// <summary>The reader's sentence with the place counted as editors do, and without its advice on C# options.</summary>
    private static string Describe(JsonException exception)
    {
        var text = exception.Message.AsSpan();
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber:", " Path:", " Change the reader options", " Cannot read next"])
        {
            var at = text.IndexOf(tail, StringComparison.Ordinal);
            if (at >= 0)
                text = text[..at];
        }

        return $"line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1}: {text}";
    }

    public static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    [Flags]
    private enum Members
    {
        None = 0,
        Query = 1,
        OperationName = 2,
        Variables = 4,
        Extensions = 8,
        DocumentId = 16,
        OnError = 32,
    }
}
