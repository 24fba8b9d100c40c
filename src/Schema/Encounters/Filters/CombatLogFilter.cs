using GraphQL.Data;
using Guildhall.Schema.People;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of logs.</summary>
public sealed class CombatLogFilter : FilterDefinition<CombatLog>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<CombatLog> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(log => log.Id).ID();
        fields.Field("uuid", log => log.Id);
        fields.Field(log => log.FileName);
        fields.Field(log => log.ContentHash);
        fields.Field(log => log.SizeBytes);
        fields.Field(log => log.FormatVersion);
        fields.Field(log => log.Build);
        fields.Field(log => log.Flavor);
        fields.Field(log => log.State);
        fields.Field(log => log.AdvancedLogging);
        fields.Field(log => log.StartedAt);
        fields.Field(log => log.EndedAt);
        fields.Field(log => log.ImportedAt);
        fields.Field("uploadedBy", log => log.Owner).Using<UserFilter>();
        fields.Field(log => log.Visibility);
        fields.Field(log => log.LinesSkipped);
    }
}
