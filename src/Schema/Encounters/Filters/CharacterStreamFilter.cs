using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of character streams.</summary>
public sealed class CharacterStreamFilter : FilterDefinition<CharacterStream>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<CharacterStream> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Id).ID();
        fields.Field(row => row.Guid);
        fields.Field(row => row.Name);
        fields.Field(row => row.Realm);
        fields.Field(row => row.Class);
        fields.Field(row => row.Spec);
        fields.Field(row => row.SpecId);
        fields.Field(row => row.Role);
        fields.Field(row => row.ItemLevel);
        fields.Field(row => row.Log).Using<CombatLogFilter>();
        fields.Field(row => row.Encounter).Using<EncounterFilter>();
        fields.Field(row => row.Segment).Using<CombatSegmentFilter>();
        fields.Field(row => row.TotalDamageDone);
        fields.Field(row => row.TotalHealingDone);
        fields.Field(row => row.TotalDamageTaken);
        fields.Field(row => row.TotalAbsorbsProvided);
        fields.Field(row => row.Dps);
        fields.Field(row => row.Hps);
        fields.Field(row => row.Dtps);
        fields.Field(row => row.DeathCount);
    }
}
