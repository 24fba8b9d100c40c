using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.People;

/// <summary>The caller.</summary>
[ObjectType<Viewer>(IgnoreProperties = [nameof(Viewer.UserId), nameof(Viewer.Name), nameof(Viewer.IsKnown)])]
public static class ViewerType
{
    /// <summary>The caller's public face; null until the caller has brought something.</summary>
    public static Task<User?> GetUserAsync([Parent] Viewer viewer, UserById users, CancellationToken cancellationToken) =>
        users.LoadAsync(viewer.UserId, cancellationToken);
}

/// <summary>Who asks.</summary>
[QueryType]
public static class ViewerQueries
{
    /// <summary>Null for strangers.</summary>
    public static Viewer? GetMe(Viewer viewer) => viewer.IsKnown ? viewer : null;
}
