using GraphQL.Execution;
using Guildhall.Domain.Access;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.People;

/// <summary>Users by id.</summary>
/// <param name="reader">Where they are read.</param>
/// <param name="viewer">Who asks.</param>
public sealed class UserById(StorageReader reader, Viewer viewer) : DataLoader<Guid, User>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, User>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        await reader.ReadAsync(context => context.Users(viewer).Where(user => keys.Contains(user.Id)).ToDictionary(user => user.Id), cancellationToken);
}
