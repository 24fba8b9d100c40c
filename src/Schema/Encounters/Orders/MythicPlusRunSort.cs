using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How keystones can be ordered; newest first by default.</summary>
public sealed class MythicPlusRunSort : SortDefinition<MythicPlusRun>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<MythicPlusRun> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field("dungeonName", row => row.Name);
        fields.Field(row => row.KeystoneLevel);
        fields.Field(row => row.CompletionMs);
        fields.Field(row => row.DeathCount);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.DurationMs);
        fields.Field(row => row.State);
        fields.DefaultOrder(row => row.StartedAt, SortDirection.Descending);
    }
}
