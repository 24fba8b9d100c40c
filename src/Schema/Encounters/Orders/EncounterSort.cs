using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How encounters of every kind can be ordered; newest first by default.</summary>
public sealed class EncounterSort : SortDefinition<Encounter>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<Encounter> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Name);
        fields.Field(row => row.Kind);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.EndedAt);
        fields.Field(row => row.DurationMs);
        fields.Field(row => row.State);
        fields.DefaultOrder(row => row.StartedAt, SortDirection.Descending);
    }
}
