using System.Text;

namespace GraphQL.Language;

/// <summary>
/// Gives equal short names one string, so that a server does not allocate <c>id</c> a million times. A direct-mapped cache:
/// bounded whatever clients send, and without locks, because a lost race merely allocates.
/// </summary>
internal static class NameTable
{
    private const int Slots = 2048;
    private const int LongestCached = 40;
    private static readonly string?[] Cache = new string?[Slots];

    /// <summary>The string of ASCII text.</summary>
    public static string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > LongestCached)
            return Encoding.ASCII.GetString(ascii);

        var hash = 2166136261u;
        foreach (var octet in ascii)
            hash = (hash ^ octet) * 16777619u;
        ref var slot = ref Cache[(hash ^ (hash >> 15)) % Slots];
        var known = slot;
        if (known is not null && Ascii.Equals(ascii, known))
            return known;
        return slot = Encoding.ASCII.GetString(ascii);
    }
}
