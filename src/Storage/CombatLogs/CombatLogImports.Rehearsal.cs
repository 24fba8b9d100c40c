using Guildhall.Domain.Encounters;
using Guildhall.Storage.Model;

namespace Guildhall.Storage.CombatLogs;

/// <content>Storing without keeping.</content>
public sealed partial class CombatLogImports
{
    /// <summary>Writes encounters as an import would, and rolls them back: nothing of them is ever there for anybody.</summary>
    public async Task RehearseAsync(IReadOnlyList<EncounterAnalysis> encounters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(encounters);
        foreach (var encounter in encounters)
        {
            try
            {
                await _committer.ExecuteAsync(context => Rehearse(context, encounter), cancellationToken);
            }
            catch (RehearsalEndedException)
            {
                // As it must.
            }
        }
    }

    private static bool Rehearse(GuildhallContext context, EncounterAnalysis encounter)
    {
        var owner = new User { Id = DerivedIds.Encounter(Guid.Empty, 0, 1), Name = "rehearsal", CreatedAt = DateTimeOffset.UnixEpoch };
        var log = new CombatLog { Id = DerivedIds.Encounter(Guid.Empty, 0, 2), OwnerId = owner.Id, FileName = "rehearsal", ImportedAt = DateTimeOffset.UnixEpoch };
        context.UserRows.Add(owner);
        context.LogRows.Add(log);
        context.BlockRows.Add(new RawBlock { LogId = log.Id, Index = 0, FirstLine = 1, Length = 0, Data = [] });
        context.AddRange(new EncounterRows(log.Id, generation: 1).Of(encounter));
        context.SaveUnderCommitter();
        throw new RehearsalEndedException();
    }

    private sealed class RehearsalEndedException() : Exception("A rehearsal keeps nothing.");
}
