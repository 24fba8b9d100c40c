using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of arena matches.</summary>
public sealed class ArenaMatchFilter : FilterDefinition<ArenaMatch>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<ArenaMatch> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Id).ID();
        fields.Field("uuid", row => row.Id);
        fields.Field(row => row.Log).Using<CombatLogFilter>();
        fields.Field(row => row.Bracket);
        fields.Field(row => row.InstanceId);
        fields.Field(row => row.WinningTeam);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.DurationMs);
        fields.Field("characterGuids", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Guid));
        fields.Field("characterNames", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Name));
    }
}
