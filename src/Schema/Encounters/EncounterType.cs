using System.ComponentModel.DataAnnotations;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>Something with a start, an end and a roster, found in a log.</summary>
[InterfaceType<Encounter>(IgnoreProperties =
[
    nameof(Encounter.LogId), nameof(Encounter.NormalizedName), nameof(Encounter.ZoneName), nameof(Encounter.ZoneInstanceId),
    nameof(Encounter.ZoneDifficultyId), nameof(Encounter.UiMapId), nameof(Encounter.InstanceId), nameof(Encounter.DifficultyId),
])]
[Node]
public static class EncounterType
{
    /// <summary>The id as the wire carries it.</summary>
    public static Guid GetUuid([Parent(nameof(Encounter.Id))] Encounter encounter) => encounter.Id;

    /// <summary>The log it was found in.</summary>
    public static Task<CombatLog> GetLogAsync(
        [Parent(nameof(Encounter.LogId))] Encounter encounter, CombatLogById logs, CancellationToken cancellationToken) =>
        logs.LoadRequiredAsync(encounter.LogId, cancellationToken);

    /// <summary>The roster, outsiders excluded; at most 40 in a raid. Most damage first unless ordered otherwise.</summary>
    [ListSize(AssumedSize = 20)]
    [UseFiltering<CharacterStreamFilter>]
    [UseSorting<CharacterStreamSort>]
    public static Task<IReadOnlyList<CharacterStream>> GetCharactersAsync(
        [Parent(nameof(Encounter.Id))] Encounter encounter,
        DataLoader<Guid, IReadOnlyList<CharacterStream>> rosterByEncounter,
        CancellationToken cancellationToken) => rosterByEncounter.LoadRequiredAsync(encounter.Id, cancellationToken);

    /// <summary>Null when nobody of that name or GUID was in it.</summary>
    public static async Task<CharacterStream?> GetCharacterAsync(
        [Parent(nameof(Encounter.Id))] Encounter encounter,
        CharacterByInput by,
        RosterOfEncounter rosters,
        CancellationToken cancellationToken) =>
        by.Find(await rosters.OfAsync(encounter.Id, cancellationToken));

    /// <summary>In time order; feigned and duplicate deaths are not in it.</summary>
    public static Task<IReadOnlyList<Death>> GetDeathsAsync(
        [Parent(nameof(Encounter.Id))] Encounter encounter, DeathsOfEncounter deaths, CancellationToken cancellationToken) =>
        deaths.OfAsync(encounter.Id, cancellationToken);

    /// <summary>Fetches one by its id.</summary>
    [NodeResolver]
    public static Task<Encounter?> GetAsync(Guid id, EncounterById encounters, CancellationToken cancellationToken) =>
        encounters.LoadAsync(id, cancellationToken);
}

/// <summary>One character of a roster.</summary>
[OneOf]
public sealed record CharacterByInput
{
    /// <summary>`Player-1234-0ABCDEF0`.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Guid { get; init; }

    /// <summary>With or without the realm; refused when two match.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; init; }

    internal CharacterStream? Find(IReadOnlyList<CharacterStream> roster)
    {
        if (Guid is not null)
            return roster.FirstOrDefault(stream => stream.Guid == Guid);
        var found = roster.Where(stream => stream.Name == Name || $"{stream.Name}-{stream.Realm}" == Name).Take(2).ToList();
        return found is [_, _]
            ? throw new GraphQL.GraphQLException(new GraphQL.GraphQLError($"Several characters are called {Name}; add the realm, as in {Name}-{found[0].Realm}.") { Code = "AMBIGUOUS_NAME" })
            : found.FirstOrDefault();
    }
}
