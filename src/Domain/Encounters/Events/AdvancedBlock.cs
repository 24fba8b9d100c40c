namespace Guildhall.Domain.Encounters.Events;

/// <summary>
/// Decides how wide the advanced block of a line is. The header's version does not fix it: the first SPELL_CAST_SUCCESS after a
/// header, which has nothing behind its block, does; before that, and where a damaged line has misled, the line's own width.
/// </summary>
internal sealed class AdvancedBlock
{
    /// <summary>Offset of the unit the block is of.</summary>
    public const int Unit = 0;

    /// <summary>Offset of that unit's owner.</summary>
    public const int Owner = 1;

    /// <summary>Offset of its health after the event.</summary>
    public const int CurrentHealth = 2;

    /// <summary>Offset of its greatest health.</summary>
    public const int MaximumHealth = 3;

    private const int NewestKnown = 19;
    private const int WidestPlausible = 32;

    private static readonly int[] Known = [NewestKnown, 17, 16, 0];
    private int _width = -1;

    /// <summary>Forgets the width: another session of the game may write another.</summary>
    public void Reset() => _width = -1;

    /// <summary>The width of the block of a line with so many fields; -1 when none fits.</summary>
    public int WidthOf(EventDescriptor descriptor, int fields)
    {
        if (_width >= 0 && Fits(descriptor, fields, _width)) return _width;
        foreach (var width in Known)
        {
            if (Fits(descriptor, fields, width))
            {
                if (_width < 0 && width > 0 && descriptor.Family == EventFamily.CastSuccess) _width = width;
                return width;
            }
        }

        var unknown = fields - descriptor.Prefix;
        if (descriptor.Family != EventFamily.CastSuccess || unknown is <= NewestKnown or > WidestPlausible) return -1;
        if (_width < 0) _width = unknown;
        return unknown;
    }

    private static bool Fits(EventDescriptor descriptor, int fields, int width) =>
        fields >= descriptor.Minimum + width && fields <= descriptor.Maximum + width;
}
