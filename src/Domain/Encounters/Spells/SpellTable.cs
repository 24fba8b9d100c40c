using System.Diagnostics.CodeAnalysis;
using Guildhall.Domain.Encounters.Tokens;

namespace Guildhall.Domain.Encounters.Spells;

/// <summary>Names of spells by the game's id, each made into text once.</summary>
internal sealed class SpellTable
{
    /// <summary>More than the game has of spells that hurt players.</summary>
    private const int Capacity = 1 << 16;

    private readonly Dictionary<int, string> _names = [];

    /// <summary>Remembers a name at first sight.</summary>
    public void Note(int spell, ReadOnlySpan<byte> name)
    {
        if (_names.ContainsKey(spell) || _names.Count >= Capacity) return;
        _names.Add(spell, FieldReader.ReadText(name));
    }

    /// <summary>The name of a spell that was noted.</summary>
    public bool TryGetName(int spell, [NotNullWhen(true)] out string? name) => _names.TryGetValue(spell, out name);
}
