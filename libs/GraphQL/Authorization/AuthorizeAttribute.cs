using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Authorization;

/// <summary>
/// Only some callers may use the field, or every field of the type, or the argument or input field, which takes roles alone. Without arguments: whoever is signed in. Several attributes on one member,
/// and those of its class beside its own, must all hold.
/// </summary>
/// <remarks>
/// What needs a role that a caller does not have is not in the schema as that caller sees it. What needs a policy, or only a caller who is
/// signed in, is there for all, and refused with an error.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property
    | AttributeTargets.Parameter,
    AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>Asks for a caller who is signed in, unless <see cref="Roles"/> or <see cref="Policy"/> ask for more.</summary>
    public AuthorizeAttribute()
    {
    }

    /// <summary>Asks for a policy.</summary>
    /// <param name="policy">Its name, as the host knows it.</param>
    /// <param name="apply">When it is asked.</param>
    public AuthorizeAttribute(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver)
    {
        Policy = policy;
        Apply = apply;
    }

    /// <summary>A policy of the host that must be met; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Roles of which the caller must have at least one; empty for none.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "Arguments of attributes can only be arrays.")]
    public string[] Roles { get; set; } = [];

    /// <summary>When it is asked. A role is no matter of time: what needs one is not there for who does not have it.</summary>
    public ApplyPolicy Apply { get; set; }

    /// <summary>
    /// What the policy is asked about before the resolver: nothing, so that one answer serves the whole request, or the object whose field it
    /// is.
    /// </summary>
    public PolicyResource Resource { get; set; }
}

/// <summary>Takes a field out of what <see cref="AuthorizeAttribute"/> on its class asks for.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AllowAnonymousAttribute : Attribute;

/// <summary>When a policy is asked.</summary>
public enum ApplyPolicy
{
    /// <summary>Before the field is resolved; a refusal is an error of the field.</summary>
    BeforeResolver,

    /// <summary>
    /// When the field is resolved, about its value: of a list about each element, of a subscription about each event, which is left out when
    /// the policy says no.
    /// </summary>
    AfterResolver,

    /// <summary>Before anything is executed; a refusal is that of the request as a whole.</summary>
    Validation,
}

/// <summary>What a policy is asked about.</summary>
public enum PolicyResource
{
    /// <summary>Nothing but the caller: asked once per request.</summary>
    None,

    /// <summary>The object whose field is resolved: asked once per object and request.</summary>
    Parent,
}
