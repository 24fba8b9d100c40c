using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of segments.</summary>
public sealed class CombatSegmentFilter : FilterDefinition<CombatSegment>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<CombatSegment> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Id).ID();
        fields.Field(row => row.Index);
        fields.Field(row => row.Kind);
        fields.Field(row => row.Name);
        fields.Field(row => row.EncounterId);
        fields.Field(row => row.DurationMs);
    }
}
