using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GraphQL.Execution;
using Prerequisites;

namespace GraphQL.AspNetCore.Tests;

/// <summary>The table in <c>docs/graphql/limits.md</c> is what holds.</summary>
public sealed partial class LimitsTableTests
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (Match row in Row().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "graphql", "limits.md"))))
                rows.Add(row.Groups["option"].Value, row.Groups["value"].Value);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_default_is_as_the_table_says(string option, string value) => Assert.Equal(value, Text(Read(option)));

    [Fact]
    public void Every_bound_of_the_executor_is_in_the_table()
    {
        var listed = Rows.Select(static row => (string)row[0]).ToImmutableHashSet();
        foreach (var (prefix, type) in (ReadOnlySpan<(string, Type)>)[
            ("Execution.", typeof(RequestExecutorOptions)),
            ("Execution.Cost.", typeof(Cost.CostOptions)),
            ("Parser.", typeof(Language.ParserOptions)),
            ("Validation.", typeof(Validation.ValidationOptions)),
            ("Http.Concurrency.", typeof(ConcurrencyOptions))])
        {
            foreach (var property in type.GetProperties().Where(static property => property.Name.StartsWith("Max", StringComparison.Ordinal)))
                Assert.Contains(prefix + property.Name, listed);
        }
    }

    private static object Read(string option)
    {
        var steps = option.Split('.');
        var execution = new RequestExecutorOptions();
        object at = steps[0] switch
        {
            "Http" => new GraphQLServerOptions(),
            "Parser" => execution.Parser,
            "Validation" => execution.Validation,
            _ => execution,
        };
        foreach (var step in steps[1..])
            at = at.GetType().GetProperty(step, BindingFlags.Public | BindingFlags.Instance)!.GetValue(at)!;
        return at;
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    [GeneratedRegex(@"^\| `(?<option>[A-Za-z.]+)` \| (?<value>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
