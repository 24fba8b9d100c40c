using System.Text.Json;

namespace Prerequisites;

/// <summary>
/// What a suite measured in this run: written by its test, read when <c>docs/conformance.md</c> is made. A figure has no time and no date, so
/// that equal code gives an equal page; only measurements of long runs, which have a page of their own, are words.
/// </summary>
/// <param name="Passed">What went as the suite wants it.</param>
/// <param name="Total">What was tried.</param>
/// <param name="Measured">What is said instead; null for a count.</param>
internal sealed record ConformanceFigure(int Passed, int Total, string? Measured = null)
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "artifacts", "conformance");

    /// <summary>Keeps a figure until the page is made.</summary>
    /// <param name="name">Letters, digits and dots; parts of one suite end in <c>-1</c>, <c>-2</c> and so on, and are summed up.</param>
    /// <param name="passed">What went as the suite wants it.</param>
    /// <param name="total">What was tried.</param>
    public static void Write(string name, int passed, int total) => Write(name, new ConformanceFigure(passed, total));

    /// <summary>Keeps a measurement until the page is made.</summary>
    /// <param name="name">Letters, digits and dots.</param>
    /// <param name="measured">What was measured, in words.</param>
    public static void Write(string name, string measured) => Write(name, new ConformanceFigure(0, 0, measured));

    /// <summary>The figures of the last run by their names, parts summed up.</summary>
    public static IReadOnlyDictionary<string, ConformanceFigure> ReadAll() =>
        !Directory.Exists(Folder) ? new Dictionary<string, ConformanceFigure>() : Directory.GetFiles(Folder, "*.json")
            .Select(static file => (Name: Path.GetFileNameWithoutExtension(file).Split('-')[0], Figure: JsonSerializer.Deserialize<ConformanceFigure>(File.ReadAllText(file))!))
            .GroupBy(static item => item.Name, static item => item.Figure)
            .ToDictionary(static group => group.Key, static group => group.Aggregate(Sum));

    /// <inheritdoc/>
    public override string ToString() => Measured ?? $"{Passed} of {Total}";

    private static ConformanceFigure Sum(ConformanceFigure one, ConformanceFigure other) =>
        new(one.Passed + other.Passed, one.Total + other.Total, one.Measured ?? other.Measured);

    private static void Write(string name, ConformanceFigure figure)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{name}.json"), JsonSerializer.Serialize(figure));
    }
}
