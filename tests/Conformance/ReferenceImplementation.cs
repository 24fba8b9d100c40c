using Prerequisites;

namespace Conformance;

/// <summary>What the reference implementation, npm's <c>graphql</c>, makes of texts.</summary>
internal static class ReferenceImplementation
{
    /// <summary>What it makes of each text; null where it refuses.</summary>
    /// <param name="ask">A function of <c>reference.mjs</c>.</param>
    /// <param name="texts">Its arguments.</param>
    public static async Task<IReadOnlyList<string?>> AskAsync(string ask, IReadOnlyCollection<string> texts)
    {
        var answers = await NodeScript.AskAsync("reference.mjs", texts.Select(text => new { ask, text }).ToList());
        return [.. answers.Select(static answer => answer.TryGetProperty("value", out var value) ? value.GetString() : null)];
    }
}
