using GraphQL.Types;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>One arena match or round.</summary>
[ObjectType<ArenaMatch>(IgnoreProperties = [nameof(ArenaMatch.NewRatings)])]
public static class ArenaMatchType
{
    /// <summary>The game's instance; 0 when the log does not tell.</summary>
    public static int GetInstanceId([Parent(nameof(ArenaMatch.InstanceId))] ArenaMatch match) => match.InstanceId ?? 0;

    /// <summary>Both sides.</summary>
    public static async Task<IEnumerable<ArenaTeam>> GetTeamsAsync(
        [Parent] ArenaMatch match, RosterOfEncounter rosters, CancellationToken cancellationToken)
    {
        var roster = await rosters.OfAsync(match.Id, cancellationToken);
        return Enumerable.Range(0, 2).Select(team => new ArenaTeam(
            team,
            match.NewRatings.Count > team ? match.NewRatings[team] : null,
            [.. roster.Where(stream => stream.Team == team)]));
    }
}

/// <summary>A side of a match.</summary>
/// <param name="Team">0 or 1.</param>
/// <param name="NewRating">Null for unrated matches.</param>
/// <param name="Characters">Those whose side the log tells.</param>
public sealed record ArenaTeam(int Team, int? NewRating, IReadOnlyList<CharacterStream> Characters);
