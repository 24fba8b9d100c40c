using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance;

/// <summary>
/// The corpus comes from a preview of the reference implementation. Fragments with variables and spreads with arguments are an experiment
/// there, off by default and not in the specification of September 2025: a case that was recorded with the experiment on and whose
/// document uses it says nothing about us, and is left out.
/// </summary>
internal static partial class ExperimentalSyntax
{
    /// <summary>True when the case is left out.</summary>
    public static bool IsNeededBy(CorpusCase item)
    {
        var isOn = item.Kind != "parse" || item.Content.GetProperty("options").TryGetProperty("experimentalFragmentArguments", out _);
        return isOn && item.Content.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.String
            && FragmentArguments().IsMatch(item.Body);
    }

    [GeneratedRegex(@"(\.\.\.\s*(?!on\b)\w+|\bfragment\s+\w+)\s*\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FragmentArguments();
}
