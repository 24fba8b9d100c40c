using Guildhall.Domain.Access;

namespace Guildhall.Schema.Errors;

/// <summary>The viewer may see this but not do it.</summary>
/// <param name="message">One sentence for people.</param>
/// <param name="requiredRoles">Roles of which one would have been enough.</param>
public sealed class ForbiddenError(string message, IReadOnlyList<Role> requiredRoles) : UserError("FORBIDDEN", message, null)
{
    /// <summary>Roles of which one would have been enough; empty when only the owner may.</summary>
    public IReadOnlyList<Role> RequiredRoles { get; } = requiredRoles;
}
