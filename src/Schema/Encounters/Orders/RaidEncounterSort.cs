using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How pulls can be ordered; newest first by default.</summary>
public sealed class RaidEncounterSort : SortDefinition<RaidEncounter>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<RaidEncounter> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field("bossName", row => row.Name);
        fields.Field(row => row.Difficulty);
        fields.Field(row => row.PullNumber);
        fields.Field(row => row.GroupSize);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.DurationMs);
        fields.Field(row => row.State);
        fields.Field(row => row.BossHealthPercent);
        fields.DefaultOrder(row => row.StartedAt, SortDirection.Descending);
    }
}
