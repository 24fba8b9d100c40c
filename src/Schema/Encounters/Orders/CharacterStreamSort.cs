using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>How character streams can be ordered; most damage first by default.</summary>
public sealed class CharacterStreamSort : SortDefinition<CharacterStream>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<CharacterStream> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Name);
        fields.Field(row => row.Class);
        fields.Field(row => row.Spec);
        fields.Field(row => row.Role);
        fields.Field(row => row.ItemLevel);
        fields.Field(row => row.Encounter).Using<EncounterSort>();
        fields.Field(row => row.TotalDamageDone);
        fields.Field(row => row.TotalHealingDone);
        fields.Field(row => row.TotalDamageTaken);
        fields.Field(row => row.TotalAbsorbsProvided);
        fields.Field(row => row.Dps);
        fields.Field(row => row.Hps);
        fields.Field(row => row.Dtps);
        fields.Field(row => row.DeathCount);
        fields.Field(row => row.EventCount);
        fields.DefaultOrder(row => row.TotalDamageDone, SortDirection.Descending);
    }
}
