using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>A file of the request.</summary>
public sealed class UploadType : ScalarType
{
    public override object ParseLiteral(Value literal) => throw new CoercionException("A file cannot be written in a document.");

    public override object ParseValue(JsonElement value, CoercionContext context) =>
        value.ValueKind == JsonValueKind.String && context.Files.TryGetValue(value.GetString()!, out var file)
            ? file
            : throw new CoercionException("A file must come by a multipart request.");

    public override void Write(object value, ResultWriter writer) => throw new NotSupportedException();

    public override Value ToLiteral(object value) => throw new NotSupportedException();
}
