using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of encounters of other kinds.</summary>
public sealed class OtherEncounterFilter : FilterDefinition<OtherEncounter>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<OtherEncounter> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Id).ID();
        fields.Field("uuid", row => row.Id);
        fields.Field(row => row.Log).Using<CombatLogFilter>();
        fields.Field(row => row.Content);
        fields.Field(row => row.Name);
        fields.Field(row => row.InstanceId);
        fields.Field(row => row.DifficultyId);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.DurationMs);
        fields.Field("characterGuids", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Guid));
        fields.Field("characterNames", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Name));
    }
}
