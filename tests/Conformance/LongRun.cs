using Prerequisites;

namespace Conformance;

/// <summary>How much the generated suites try: little by default, since they run with every change, and much more when asked to.</summary>
internal static class LongRun
{
    /// <summary>A number by which every count is multiplied; <c>./test.sh --long</c> sets it.</summary>
    public const string Variable = "GUILDHALL_TEST_SCALE";

    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), out var factor) && factor > 0 ? factor : 1;

    /// <summary>The count for this run.</summary>
    public static int Scale(int count) => count * Factor;

    /// <summary>Keeps a figure of a generated suite; those of long runs have a place of their own.</summary>
    public static void Write(string name, int passed, int total) => ConformanceFigure.Write(Factor == 1 ? name : $"long.{name}", passed, total);
}
