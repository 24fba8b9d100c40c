using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GraphQL.Data;

/// <summary>A short hash of a condition and an order, which tells the cursors of one question from those of another.</summary>
internal static class PredicateFingerprint
{
    /// <summary>In bytes.</summary>
    public const int Size = 6;

    /// <summary>The same for the same fields, operators and constants, in every process.</summary>
    public static byte[] Compute(Predicate predicate, Ordering ordering)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var term in ordering.Terms)
        {
            WriteText(buffer, term.Path.Name);
            WriteTag(buffer, term.IsDescending ? 1 : 0);
        }

        Write(buffer, predicate);
        return SHA256.HashData(buffer.WrittenSpan)[..Size];
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Predicate predicate)
    {
        switch (predicate)
        {
            case Predicate.And conjunction:
                WriteTag(buffer, 10, conjunction.Operands.Length);
                foreach (var operand in conjunction.Operands)
                    Write(buffer, operand);
                break;
            case Predicate.Or disjunction:
                WriteTag(buffer, 11, disjunction.Operands.Length);
                foreach (var operand in disjunction.Operands)
                    Write(buffer, operand);
                break;
            case Predicate.Not negation:
                WriteTag(buffer, 12);
                Write(buffer, negation.Operand);
                break;
            case Predicate.Comparison comparison:
                WriteTag(buffer, 13, (int)comparison.Operator);
                WriteText(buffer, comparison.Path.Name);
                CursorValue.Write(buffer, comparison.Value);
                break;
            case Predicate.In membership:
                WriteTag(buffer, 14, membership.Values.Length);
                WriteText(buffer, membership.Path.Name);
                foreach (var value in membership.Values)
                    CursorValue.Write(buffer, value);
                break;
            case Predicate.Text text:
                WriteTag(buffer, 15, (int)text.Operator);
                WriteText(buffer, text.Path.Name);
                WriteText(buffer, text.Value);
                break;
            case Predicate.Quantified quantified:
                WriteTag(buffer, 16, (int)quantified.Quantifier);
                WriteText(buffer, quantified.Path.Name);
                Write(buffer, quantified.Element);
                break;
        }
    }

    private static void WriteTag(ArrayBufferWriter<byte> buffer, int kind, int detail = 0)
    {
        var span = buffer.GetSpan(5);
        span[0] = (byte)kind;
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(span[1..], detail);
        buffer.Advance(5);
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        WriteTag(buffer, 17, text.Length);
        Encoding.UTF8.GetBytes(text, buffer);
    }
}
