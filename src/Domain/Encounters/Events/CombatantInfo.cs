using Guildhall.Domain.Encounters.Metrics;
using Guildhall.Domain.Encounters.Tokens;

namespace Guildhall.Domain.Encounters.Events;

/// <summary>
/// Reads COMBATANT_INFO without regard to its version: the specialisation is the field before the first that begins with a bracket, and the
/// equipment the first list of triples that are items.
/// </summary>
internal static class CombatantInfo
{
    private const int Shirt = 3;
    private const int Tabard = 17;

    /// <summary>Slots a character has, generously.</summary>
    private const int SlotCapacity = 32;

    /// <summary>Reads side, specialisation and item level.</summary>
    public static bool TryRead(FieldList fields, out Combatant combatant)
    {
        combatant = default;
        if (!FieldReader.TryReadInt32(fields[2], out var team)) return false;
        var talents = 3;
        while (talents < fields.Count && !IsList(fields[talents])) talents++;
        if (talents == fields.Count || !FieldReader.TryReadInt32(fields[talents - 1], out var specialisation)) return false;
        double? itemLevel = null;
        for (var i = talents + 1; i < fields.Count && itemLevel is null; i++) itemLevel = ItemLevel(fields[i]);
        // Classic has no specialisations and writes 0.
        combatant = new Combatant(specialisation == 0 ? null : specialisation, itemLevel, team);
        return true;
    }

    private static bool IsList(ReadOnlySpan<byte> field) => field is [(byte)'[' or (byte)'(', ..];

    /// <summary>The average over worn items of <c>[(id,level,(…),(…),(…)),…]</c>; null for every other list.</summary>
    private static double? ItemLevel(ReadOnlySpan<byte> field)
    {
        if (field is not [(byte)'[', (byte)'(', ..]) return null;
        var sum = 0L;
        var worn = 0;
        var slot = 0;
        var depth = 0;
        for (var i = 1; i < field.Length && slot < SlotCapacity; i++)
        {
            if (field[i] == (byte)')') depth--;
            if (field[i] != (byte)'(' || ++depth != 1) continue;
            if (!TryReadItem(field[(i + 1)..], out var item, out var level)) return null;
            if (item != 0 && slot is not (Shirt or Tabard))
            {
                sum += level;
                worn++;
            }

            slot++;
        }

        return worn == 0 ? null : (double)sum / worn;
    }

    /// <summary>Reads <c>id,level,(</c>: the bracket behind the level tells an item from a talent.</summary>
    private static bool TryReadItem(ReadOnlySpan<byte> text, out int item, out int level)
    {
        item = 0;
        level = 0;
        var comma = text.IndexOf((byte)',');
        if (comma < 0 || !FieldReader.TryReadInt32(text[..comma], out item)) return false;
        text = text[(comma + 1)..];
        comma = text.IndexOf((byte)',');
        return comma >= 0 && FieldReader.TryReadInt32(text[..comma], out level) && text.Length > comma + 1 && text[comma + 1] == (byte)'(';
    }
}
