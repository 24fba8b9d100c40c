using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Guildhall.Domain.Encounters.Tokens;

/// <summary>How splitting a line into fields went.</summary>
internal enum TokenizeResult
{
    /// <summary>Every quote and bracket has its partner.</summary>
    Complete,

    /// <summary>A quote or bracket has none.</summary>
    Unbalanced,

    /// <summary>More fields than any event has.</summary>
    TooManyFields,
}

/// <summary>
/// Splits the payload of a line at its top-level commas: those outside quotes, in which a backslash escapes, and outside brackets,
/// which nest. Lines without brackets and escapes, nearly all, take a vectorised path of 64 bytes a step.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>No event has more top-level fields; COMBATANT_INFO comes nearest with 35.</summary>
    public const int MaximumFields = 64;

    private readonly int[] _ends = new int[MaximumFields];
    private int _count;

    /// <summary>True when the payload last split holds bytes beyond ASCII.</summary>
    public bool HasNonAscii { get; private set; }

    /// <summary>Splits <paramref name="payload"/>; the list is valid until the next call.</summary>
    public TokenizeResult Split(ReadOnlySpan<byte> payload, out FieldList fields)
    {
        _count = 0;
        HasNonAscii = false;
        if (!TrySplitPlain(payload, out var result)) result = SplitNested(payload);
        fields = result == TokenizeResult.Complete ? new FieldList(payload, _ends.AsSpan(0, _count)) : default;
        return result;
    }

    /// <summary>False when a bracket outside quotes or a backslash asks for the careful way.</summary>
    private bool TrySplitPlain(ReadOnlySpan<byte> payload, out TokenizeResult result)
    {
        result = TokenizeResult.Complete;
        var insideQuotes = 0UL;
        var nonAscii = 0UL;
        Span<byte> last = stackalloc byte[64];
        for (var start = 0; start < payload.Length; start += 64)
        {
            scoped var window = payload[start..];
            if (window.Length < 64)
            {
                last.Clear();
                window.CopyTo(last);
                window = last;
            }

            ref var first = ref MemoryMarshal.GetReference(window);
            var low = Vector256.LoadUnsafe(ref first);
            var high = Vector256.LoadUnsafe(ref first, 32);
            var escapes = Mask(Vector256.Equals(low, Vector256.Create((byte)'\\')), Vector256.Equals(high, Vector256.Create((byte)'\\')));
            if (escapes != 0) return false;
            nonAscii |= Mask(low, high);
            var quotes = Mask(Vector256.Equals(low, Vector256.Create((byte)'"')), Vector256.Equals(high, Vector256.Create((byte)'"')));
            var quoted = Spread(quotes) ^ insideQuotes;
            insideQuotes = (ulong)((long)quoted >> 63);
            if ((Mask(Brackets(low), Brackets(high)) & ~quoted) != 0) return false;
            var commas = Mask(Vector256.Equals(low, Vector256.Create((byte)',')), Vector256.Equals(high, Vector256.Create((byte)','))) & ~quoted;
            if (_count + BitOperations.PopCount(commas) >= MaximumFields)
            {
                result = TokenizeResult.TooManyFields;
                return true;
            }

            while (commas != 0)
            {
                _ends[_count++] = start + BitOperations.TrailingZeroCount(commas);
                commas &= commas - 1;
            }
        }

        HasNonAscii = nonAscii != 0;
        if (insideQuotes != 0) result = TokenizeResult.Unbalanced;
        _ends[_count++] = payload.Length;
        return true;
    }

    private static ulong Mask(Vector256<byte> low, Vector256<byte> high) =>
        low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);

    /// <summary>Every byte that is one of <c>( ) [ ]</c>, or a backslash, which the caller has excluded.</summary>
    private static Vector256<byte> Brackets(Vector256<byte> bytes)
    {
        var round = Vector256.Equals(bytes & Vector256.Create((byte)0xFE), Vector256.Create((byte)'('));
        var shifted = bytes - Vector256.Create((byte)'[');
        return round | Vector256.Equals(Vector256.Min(shifted, Vector256.Create((byte)2)), shifted);
    }

    /// <summary>Sets every bit from an odd quote up to the next: a running exclusive or.</summary>
    private static ulong Spread(ulong quotes)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        return quotes ^ (quotes << 32);
    }

    private TokenizeResult SplitNested(ReadOnlySpan<byte> payload)
    {
        _count = 0;
        HasNonAscii = !System.Text.Ascii.IsValid(payload);
        var depth = 0;
        var open = 0UL; // A bit per level: 1 for a square bracket.
        for (var i = 0; i < payload.Length; i++)
        {
            switch (payload[i])
            {
                case (byte)'"':
                    i = EndOfQuoted(payload, i + 1);
                    if (i < 0) return TokenizeResult.Unbalanced;
                    break;
                case (byte)'(' or (byte)'[':
                    if (++depth > 64) return TokenizeResult.Unbalanced;
                    open = (open << 1) | (payload[i] == (byte)'[' ? 1UL : 0UL);
                    break;
                case (byte)')' or (byte)']':
                    if (--depth < 0 || (open & 1) != (payload[i] == (byte)']' ? 1UL : 0UL)) return TokenizeResult.Unbalanced;
                    open >>= 1;
                    break;
                case (byte)',' when depth == 0:
                    if (_count == MaximumFields - 1) return TokenizeResult.TooManyFields;
                    _ends[_count++] = i;
                    break;
                default:
                    break;
            }
        }

        _ends[_count++] = payload.Length;
        return depth == 0 ? TokenizeResult.Complete : TokenizeResult.Unbalanced;
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> payload, int from)
    {
        while (true)
        {
            var step = payload[from..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0) return -1;
            from += step;
            if (payload[from] == (byte)'"') return from;
            from += 2;
            if (from > payload.Length) return -1;
        }
    }
}
