using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How arena matches can be ordered; newest first by default.</summary>
public sealed class ArenaMatchSort : SortDefinition<ArenaMatch>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<ArenaMatch> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Bracket);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.DurationMs);
        fields.DefaultOrder(row => row.StartedAt, SortDirection.Descending);
    }
}
