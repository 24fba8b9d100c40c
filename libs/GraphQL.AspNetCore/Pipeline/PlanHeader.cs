using GraphQL.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>
/// The header <c>GraphQL-Plan: explain</c> or <c>only</c>; any other value means nothing, and neither does one from who may not ask.
/// </summary>
internal static class PlanHeader
{
    public const string Name = "GraphQL-Plan";

    public static PlanMode Read(HttpContext context, Func<HttpContext, bool>? allows)
    {
        if (allows is null || !context.Request.Headers.TryGetValue(Name, out var values))
            return PlanMode.None;
        var value = values.ToString();
        var mode = value.Equals("explain", StringComparison.OrdinalIgnoreCase) ? PlanMode.Explain
            : value.Equals("only", StringComparison.OrdinalIgnoreCase) ? PlanMode.Only
            : PlanMode.None;
        return mode != PlanMode.None && allows(context) ? mode : PlanMode.None;
    }
}
