using System.Text;
using System.Text.Json;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GraphQL.AspNetCore.Http;

/// <summary>
/// Reads <c>GET</c> with the request in the query string. An empty parameter is an absent one; <c>operationName=null</c>
/// is the name "null", since the parameter is text and not JSON.
/// </summary>
internal sealed class GetRequestReader(GraphQLServerOptions options, JsonRequestParser parser)
{
    public void Read(IQueryCollection query, RequestParameters parameters)
    {
        if (Single(query, "query") is { } document)
            parameters.Document = Encode(document, parameters);
        parameters.DocumentId ??= Single(query, "documentId");
        parameters.OperationName = Single(query, "operationName");
        parameters.OnError = JsonRequestParser.ReadOnError(Single(query, "onError"));
        parameters.Variables = ReadObject(query, "variables", parameters);
        parameters.Extensions = ReadObject(query, "extensions", parameters);
        if (!parameters.HasDocument && parameters.DocumentId is null && !DocumentReference.IsIn(parameters.Extensions))
            throw Refusals.QueryMissing();
    }

    private JsonElement ReadObject(IQueryCollection query, string name, RequestParameters parameters)
    {
        if (Single(query, name) is not { } text)
            return default;
        var value = parser.ParseValue(Encode(text, parameters), $"The parameter \"{name}\"", parameters);
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Null)
            return value;
        throw Refusals.MemberOfWrongType(name, "an object or null", Describe(value.ValueKind));
    }

    private Memory<byte> Encode(string text, RequestParameters parameters)
    {
        // the server bounds the request line already, but a host may have raised that
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > options.MaxRequestBytes)
            throw Refusals.BodyTooLarge(options.MaxRequestBytes);
        var buffer = parameters.Rent(length);
        return buffer[..Encoding.UTF8.GetBytes(text, buffer.Span)];
    }

    private static string? Single(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var values))
            return null;
        if (values.Count > 1)
            throw Refusals.MemberRepeated(name);
        return StringValues.IsNullOrEmpty(values) ? null : values[0];
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a boolean",
    };
}
