using System.Text.Json;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>
/// How a request names a document: by <c>documentId</c> (GraphQL over HTTP, appendix "Persisted Documents") or by
/// <c>extensions.persistedQuery</c> (Apollo's automatic persisted queries).
/// </summary>
/// <param name="Id">As stores know it.</param>
/// <param name="Hash">Its SHA-256, when the id is one; otherwise null.</param>
internal readonly record struct DocumentReference(string Id, DocumentHash? Hash)
{
    private const int MaxIdLength = 512;
    private const string Sha256 = "sha256:";

    /// <summary>True when the request has <c>extensions.persistedQuery</c>, whatever it is.</summary>
    public static bool IsIn(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object
        && extensions.TryGetProperty("persistedQuery"u8, out var member)
        && member.ValueKind != JsonValueKind.Null;

    /// <summary>Reads it; null when the request names none.</summary>
    /// <param name="parameters">The request.</param>
    /// <param name="error">Why the name cannot be understood.</param>
    public static DocumentReference? Read(RequestParameters parameters, out GraphQLError? error)
    {
        error = null;
        if (parameters.DocumentId is { } id)
            return OfId(id, out error);
        if (!IsIn(parameters.Extensions))
            return null;

        var member = parameters.Extensions.GetProperty("persistedQuery"u8);
        if (member.ValueKind == JsonValueKind.Object
            && member.TryGetProperty("version"u8, out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == 1
            && member.TryGetProperty("sha256Hash"u8, out var digits)
            && digits.ValueKind == JsonValueKind.String
            && DocumentHash.TryParse(digits.GetString(), out var hash))
        {
            return new DocumentReference(hash.ToString(), hash);
        }

        error = PersistedOperationErrors.IllFormedExtension();
        return null;
    }

    private static DocumentReference? OfId(string id, out GraphQLError? error)
    {
        error = id.Length is > 0 and <= MaxIdLength ? null : PersistedOperationErrors.IllFormedId(MaxIdLength);
        if (error is not null)
            return null;
        var isPrefixed = id.StartsWith(Sha256, StringComparison.Ordinal);
        if (DocumentHash.TryParse(isPrefixed ? id.AsSpan(Sha256.Length) : id, out var hash))
            return new DocumentReference(hash.ToString(), hash);
        return new DocumentReference(id, Hash: null);
    }
}
