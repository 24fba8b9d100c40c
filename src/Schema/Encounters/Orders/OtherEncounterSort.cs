using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How encounters of other kinds can be ordered; newest first by default.</summary>
public sealed class OtherEncounterSort : SortDefinition<OtherEncounter>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<OtherEncounter> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Content);
        fields.Field(row => row.Name);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.DurationMs);
        fields.DefaultOrder(row => row.StartedAt, SortDirection.Descending);
    }
}
