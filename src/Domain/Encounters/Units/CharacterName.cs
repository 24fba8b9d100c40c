namespace Guildhall.Domain.Encounters.Units;

/// <summary>A player's name taken apart: <c>Name-Realm</c>, since format 21 <c>Name-Realm-EU</c>.</summary>
internal readonly record struct CharacterName(string Name, string? Realm, string? Region)
{
    private static readonly string[] Regions = ["US", "EU", "KR", "TW", "CN"];

    /// <summary>Takes a name apart; realms may hold hyphens, character names cannot.</summary>
    public static CharacterName Parse(string full)
    {
        var hyphen = full.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0) return new CharacterName(full, null, null);
        var realm = full[(hyphen + 1)..];
        var last = realm.LastIndexOf('-');
        if (last > 0 && Array.IndexOf(Regions, realm[(last + 1)..]) >= 0)
            return new CharacterName(full[..hyphen], realm[..last], realm[(last + 1)..]);
        return new CharacterName(full[..hyphen], realm.Length == 0 ? null : realm, null);
    }
}
