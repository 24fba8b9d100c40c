using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>Upload</c>: a file of a multipart request. A transport puts a key in its place among the variables.</summary>
internal sealed class UploadType : ScalarType
{
    [SetsRequiredMembers]
    public UploadType()
    {
        Name = "Upload";
        Description = "A file in a multipart request, streamed and never held in memory.";
        SpecifiedByUrl = "https://github.com/jaydenseric/graphql-multipart-request-spec";
        RuntimeType = typeof(UploadedFile);
    }

    public override object ParseLiteral(Value literal) =>
        throw new CoercionException("Upload takes a file of a multipart request by a variable, not a literal.");

    public override object ParseValue(JsonElement value, CoercionContext context) =>
        value.ValueKind == JsonValueKind.String && context.Files.TryGetValue(value.GetString()!, out var file)
            ? file
            : throw new CoercionException("Upload takes a file of a multipart request; this variable has none.");

    public override void Write(object value, ResultWriter writer) =>
        throw new CoercionException("Upload is for input and cannot be sent out.");

    public override Value ToLiteral(object value) => throw new CoercionException("Upload cannot have a default.");
}
