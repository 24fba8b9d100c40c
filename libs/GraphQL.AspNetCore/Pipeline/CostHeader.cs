using GraphQL.Cost;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>The header <c>GraphQL-Cost: report</c> or <c>validate</c>; any other value means nothing.</summary>
internal static class CostHeader
{
    public const string Name = "GraphQL-Cost";

    public static CostMode Read(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(Name, out var values))
            return CostMode.None;
        var value = values.ToString();
        return value.Equals("report", StringComparison.OrdinalIgnoreCase) ? CostMode.Report
            : value.Equals("validate", StringComparison.OrdinalIgnoreCase) ? CostMode.Validate
            : CostMode.None;
    }
}
