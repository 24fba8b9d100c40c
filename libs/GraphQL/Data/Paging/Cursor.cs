using System.Buffers;
using System.Buffers.Text;

namespace GraphQL.Data;

/// <summary>
/// The place of a row in an order: the values by which it is ordered, with a version and a fingerprint of the question in front,
/// as base64url. Opaque to clients; it names a place rather than a row, so it stays good when its row is gone.
/// </summary>
internal static class Cursor
{
    private const byte Version = 1;
    private const int MaxLength = 8 * 1024;

    /// <summary>Of the values of a row at the ordering's terms.</summary>
    public static string Encode(ReadOnlySpan<byte> fingerprint, ReadOnlySpan<object?> values)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        buffer.Write([Version]);
        buffer.Write(fingerprint);
        foreach (var value in values)
            CursorValue.Write(buffer, value);
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>The values again; throws <c>BAD_CURSOR</c> for what is no cursor of this question.</summary>
    public static object?[] Decode(string cursor, string argument, ReadOnlySpan<byte> fingerprint, Ordering ordering)
    {
        if (cursor.Length > MaxLength)
            throw DataErrors.MalformedCursor(argument);
        var decoded = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (Base64Url.DecodeFromChars(cursor, decoded, out _, out var length) != OperationStatus.Done
            || length < 1 + PredicateFingerprint.Size || decoded[0] != Version)
        {
            throw DataErrors.MalformedCursor(argument);
        }

        var bytes = (ReadOnlySpan<byte>)decoded.AsSpan(1, length - 1);
        if (!bytes[..PredicateFingerprint.Size].SequenceEqual(fingerprint))
            throw DataErrors.ForeignCursor(argument);

        bytes = bytes[PredicateFingerprint.Size..];
        var values = new object?[ordering.Terms.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var path = ordering.Terms[i].Path;
            if (!CursorValue.TryRead(ref bytes, path.ValueType, out values[i]) || (values[i] is null && !path.IsNullable))
                throw DataErrors.MalformedCursor(argument);
        }

        if (!bytes.IsEmpty)
            throw DataErrors.MalformedCursor(argument);
        return values;
    }
}
