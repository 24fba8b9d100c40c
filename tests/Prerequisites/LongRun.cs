namespace Prerequisites;

/// <summary>How much tests try: little by default, since they run with every change, and much more by <c>./test.sh --long</c>.</summary>
internal static class LongRun
{
    /// <summary>A number by which every count is multiplied; <c>./test.sh --long</c> sets it.</summary>
    public const string Variable = "GUILDHALL_TEST_SCALE";

    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), out var factor) && factor > 0 ? factor : 1;

    /// <summary>Whether this is one.</summary>
    public static bool IsAsked => Factor > 1;

    /// <summary>The count for this run.</summary>
    public static int Scale(int count) => count * Factor;

    /// <summary>Keeps a figure of a generated suite; those of long runs have a page of their own.</summary>
    public static void Write(string name, int passed, int total) => ConformanceFigure.Write(IsAsked ? $"long.{name}" : name, passed, total);

    /// <summary>Keeps what a long run has measured; nothing in other runs.</summary>
    public static void Write(string name, string measured)
    {
        if (IsAsked)
            ConformanceFigure.Write($"long.{name}", measured);
    }
}
