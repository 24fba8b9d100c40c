using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>Variables' values in errors.</summary>
internal static class JsonText
{
    /// <summary>The value as JSON, cut behind <see cref="LiteralText.ExcerptLength"/> characters.</summary>
    public static string Excerpt(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "nothing" : LiteralText.Cut(value.GetRawText());
}
