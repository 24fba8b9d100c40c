using System.Text;

namespace Guildhall.Domain.Text;

/// <summary>The form of a text by which it is found whatever its letter case. Computed here, so that every database agrees.</summary>
public static class SearchText
{
    /// <summary>Composed (NFC) and in lower case by the invariant rules; text that is not valid Unicode is only lower-cased.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : text).ToLowerInvariant();
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
                return false;

            text = text[consumed..];
        }

        return true;
    }
}
