using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Filters;

/// <summary>What can be asked of keystones.</summary>
public sealed class MythicPlusRunFilter : FilterDefinition<MythicPlusRun>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<MythicPlusRun> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Id).ID();
        fields.Field("uuid", row => row.Id);
        fields.Field(row => row.Log).Using<CombatLogFilter>();
        fields.Field("dungeonName", row => row.Name);
        fields.Field(row => row.ChallengeMapId);
        fields.Field(row => row.KeystoneLevel);
        fields.Field(row => row.Season);
        fields.Field(row => row.InTime);
        fields.Field(row => row.KeystoneUpgrade);
        fields.Field(row => row.DeathCount);
        fields.Field(row => row.CompletionMs);
        fields.Field(row => row.State);
        fields.Field(row => row.StartedAt);
        fields.Field(row => row.EndedAt);
        fields.Field(row => row.DurationMs);
        fields.Field("characterGuids", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Guid));
        fields.Field("characterNames", row => row.Characters.Where(stream => stream.SegmentId == null).Select(stream => stream.Name));
    }
}
