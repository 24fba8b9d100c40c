using System.Security.Claims;
using System.Text.Json;
using GraphQL.Cost;
using GraphQL.Diagnostics;

namespace GraphQL.Execution;

/// <summary>A request that can be executed.</summary>
/// <param name="Plan">Its operation.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Conditions">Those of them that decide about <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c>, a bit each.</param>
/// <param name="Extensions">What the client sent beside its variables; an object, null or undefined.</param>
/// <param name="User">Who asks.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Mode">What the client wants to know of that.</param>
/// <param name="OnError">What becomes of fields that fail.</param>
/// <param name="Incremental">How what is put off is delivered; none when nothing can be put off.</param>
internal readonly record struct PreparedRequest(
    OperationPlan Plan,
    VariableValues Variables,
    ulong Conditions,
    JsonElement Extensions,
    ClaimsPrincipal User,
    OperationCost Cost,
    CostMode Mode,
    ErrorBehavior OnError,
    IncrementalDelivery Incremental)
{
    /// <summary>Who watches it; null for nobody.</summary>
    public OperationObservation? Observation { get; init; }
}
