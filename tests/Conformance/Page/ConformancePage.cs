using System.Text.RegularExpressions;
using Prerequisites;

namespace Conformance.Page;

/// <summary>
/// Puts the figures of the last run into <c>docs/conformance.md</c>, where comments mark their places:
/// <c>&lt;!--figure name--&gt;…&lt;!--/figure--&gt;</c>. What was not measured stays as it is.
/// </summary>
internal static partial class ConformancePage
{
    private static readonly string File = Path.Combine(Checkout.Root, "docs", "conformance.md");

    /// <summary>Rewrites the page; 1 when its figures had been others, so that a build notices.</summary>
    public static async Task<int> UpdateAsync()
    {
        var old = await System.IO.File.ReadAllTextAsync(File);
        var updated = Fill(old, ConformanceFigure.ReadAll());
        if (updated == old)
            return 0;
        await System.IO.File.WriteAllTextAsync(File, updated);
        await Console.Error.WriteLineAsync("docs/conformance.md was out of date and is rewritten; commit it.");
        return 1;
    }

    /// <summary>The page with the figures in their places.</summary>
    /// <exception cref="ArgumentException">A figure has no place.</exception>
    public static string Fill(string page, IReadOnlyDictionary<string, ConformanceFigure> figures)
    {
        var places = Places().Matches(page).Select(static match => match.Groups["name"].Value).ToHashSet();
        if (figures.Keys.Except(places).ToList() is { Count: > 0 } homeless)
            throw new ArgumentException($"docs/conformance.md has no place for {string.Join(", ", homeless)}.", nameof(page));
        return Places().Replace(page, match => figures.TryGetValue(match.Groups["name"].Value, out var figure)
            ? $"<!--figure {match.Groups["name"].Value}-->{figure}<!--/figure-->"
            : match.Value);
    }

    [GeneratedRegex("<!--figure (?<name>[A-Za-z0-9.]+)-->[^<]*<!--/figure-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();
}
