using System.Collections;

namespace GraphQL.Types;

/// <summary>Raw ids as global ids.</summary>
internal static class IdWriter
{
    /// <summary>The global id of a raw one; of each in a list; null for null.</summary>
    public static object? Write(string typeName, object? value) => value switch
    {
        null => null,
        string text => NodeId.Of(typeName, text).ToString(),
        IEnumerable list => list.Cast<object?>().Select(item => Write(typeName, item)).ToList(),
        _ => NodeId.Of(typeName, value).ToString(),
    };
}
