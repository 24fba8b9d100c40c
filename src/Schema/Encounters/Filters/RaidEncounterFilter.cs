using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of pulls.</summary>
public sealed class RaidEncounterFilter : FilterDefinition<RaidEncounter>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<RaidEncounter> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Id).ID();
        fields.Field("uuid", row => row.Id);
        fields.Field(row => row.Log).Using<CombatLogFilter>();
        fields.Field(row => row.EncounterId);
        fields.Field("bossName", row => row.Name);
        fields.Field(row => row.Difficulty);
        fields.Field(row => row.DifficultyId);
        fields.Field(row => row.InstanceId);
        fields.Field(row => row.GroupSize);
        fields.Field(row => row.PullNumber);
        fields.Field(row => row.State);
        fields.Field(row => row.Success);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.EndedAt);
        fields.Field(row => row.DurationMs);
        fields.Field(row => row.BossHealthPercent);
        fields.Field("characterGuids", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Guid));
        fields.Field("characterNames", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Name));
    }
}
