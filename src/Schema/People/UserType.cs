using GraphQL.Types;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.People;

/// <summary>The public face of somebody.</summary>
[ObjectType<User>]
[Node]
public static class UserType
{
    /// <summary>The id as the wire carries it.</summary>
    public static Guid GetUuid([Parent] User user) => user.Id;

    /// <summary>Fetches one by its id.</summary>
    [NodeResolver]
    public static Task<User?> GetAsync(Guid id, UserById users, CancellationToken cancellationToken) =>
        users.LoadAsync(id, cancellationToken);
}
