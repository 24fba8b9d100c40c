namespace Guildhall.Domain.Access;

/// <summary>Who may see something, beside its owner and the operators. Stored by number: members are only ever appended.</summary>
public enum Visibility
{
    /// <summary>Nobody else.</summary>
    Private,

    /// <summary>Members of its guild.</summary>
    Guild,

    /// <summary>Everybody.</summary>
    Public,
}
