using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GraphQL.Authorization;
using GraphQL.Types;

namespace GraphQL.AspNetCore.Tests.Authorization;

internal sealed record AuditEntry(string Entry);

internal sealed record Chest(string Owner)
{
    [Authorize("owner", Resource = PolicyResource.Parent)]
    public string? Content => $"gold of {Owner}";
}

[OneOf]
internal sealed record Pick(int? Number, string? Name);

[QueryType]
internal static class GuardedQueries
{
    public static string Open => "open";

    public static string? Caller(ClaimsPrincipal caller) => caller.Identity?.Name;

    [Authorize]
    public static string? Known => "known";

    [Authorize(Roles = ["ADMIN", "OFFICER"])]
    public static AuditEntry Audit => new("x");

    [Authorize("adult")]
    public static string? Tavern => "open all night";

    [Authorize("adult", ApplyPolicy.Validation)]
    public static string? Cellar => "deep";

    [Cost(3)]
    [ListSize(AssumedSize = 10)]
    public static IReadOnlyList<string> Tales([Range(1, 5)] int stars, Pick pick) => [$"{stars} {pick}"];

    [GraphQLDeprecated("Nobody remembers.")]
    public static DateTimeOffset? Founded => null;

    public static IReadOnlyList<Chest> Chests => [new("ADMIN"), new("PLAYER")];
}

[MutationType]
internal static class GuardedMutations
{
    [Authorize(Roles = ["ADMIN"])]
    public static int Erase => 1;
}

[SubscriptionType]
internal static class GuardedSubscriptions
{
    [Topic("audit")]
    [Authorize(Roles = ["ADMIN", "OFFICER"])]
    public static AuditEntry Audits([EventMessage] AuditEntry entry) => entry;

    [Topic("audit")]
    [VisibleTo<AuditVisibility>]
    public static string Whispers([EventMessage] AuditEntry entry) => entry.Entry;
}

/// <summary>Everybody hears what begins with a role of theirs.</summary>
internal sealed class AuditVisibility : IEventVisibility<AuditEntry>
{
    public bool MaySee(ClaimsPrincipal viewer, AuditEntry @event) => viewer.IsInRole(@event.Entry.Split(':')[0]);
}
