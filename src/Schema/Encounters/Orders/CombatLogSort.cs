using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How logs can be ordered; newest first by default.</summary>
public sealed class CombatLogSort : SortDefinition<CombatLog>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<CombatLog> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.FileName);
        fields.Field(row => row.SizeBytes);
        fields.Field(row => row.FormatVersion);
        fields.Field(row => row.State);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.EndedAt);
        fields.Field(row => row.ImportedAt);
        fields.Field(row => row.LinesSkipped);
        fields.DefaultOrder(row => row.ImportedAt, SortDirection.Descending);
    }
}
