using System.Text;
using System.Text.RegularExpressions;
using GraphQL.Execution;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Guide;

/// <summary>
/// What <c>docs/graphql.md</c> shows is true: its C# is the code of this folder, its schema is what that code becomes, and its operations give
/// the answers beside them.
/// </summary>
public sealed partial class GuideTests : IServiceProvider
{
    private static readonly string Root = FindRoot();
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "graphql.md")).ReplaceLineEndings("\n");

    private static readonly Schema Schema = new SchemaBuilder()
        .InferServices(static type => type == typeof(GuideRoster))
        .AddType(typeof(GuideQueries)).AddType(typeof(GuideLists)).AddType(typeof(GuideMutations)).AddType(typeof(GuideSubscriptions))
        .AddType<GuideMember>().AddType(typeof(GuideMemberFields)).AddType(typeof(GuideMemberSecrets)).AddType(typeof(GuideMemberNode)).AddType(typeof(GuideLoaders))
        .AddType<GuideDeposit>().AddType<GuideWithdrawal>().AddType<GuideRank>()
        .Build();

    private readonly GuideRoster _roster = new();

    public static TheoryData<string> Regions => [.. Blocks("cs").Select(static block => block.Name)];

    public static TheoryData<string> Types => [.. Blocks("schema").Select(static block => block.Name)];

    [Fact]
    public void The_guide_shows_code_schema_and_answers()
    {
        Assert.True(Regions.Count >= 8);
        Assert.True(Types.Count >= 4);
        Assert.NotEmpty(Blocks("operation"));
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Code_in_the_guide_is_compiled_code(string region)
    {
        var source = File.ReadAllText(Path.Combine(Root, "tests", "GraphQL.Tests", "Guide", "GuideTypes.cs")).ReplaceLineEndings("\n");
        var code = Regex.Match(source, $@"#region {region}\n(.*?)#endregion", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;

        // the tests' own prefix keeps these classes apart from others; the reader need not see it
        Assert.Equal(WithoutPrefix(code).Trim(), Blocks("cs").Single(block => block.Name == region).Text.Trim());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Schema_in_the_guide_is_what_the_code_becomes(string type)
    {
        var printed = SchemaPrinter.Print(Schema.FindType(type)!);
        Assert.True(printed == Blocks("schema").Single(block => block.Name == type).Text.Trim(), $"docs/graphql.md must show:\n{printed}");
    }

    [Fact]
    public async Task Operations_in_the_guide_give_the_answers_beside_them()
    {
        var executor = new RequestExecutor(Schema);
        foreach (var (operation, answer) in Blocks("operation").Zip(Blocks("answer")))
        {
            using var result = await executor.ExecuteAsync(
                new OperationRequest { Document = Encoding.UTF8.GetBytes(operation.Text), Services = this }, CancellationToken.None);
            var body = Encoding.UTF8.GetString(result.ToArray());
            Assert.True(Compact(answer.Text) == Compact(body), $"docs/graphql.md must show for {operation.Name}:\n{body}");
        }
    }

    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(GuideRoster) ? _roster : null;

    private static string WithoutPrefix(string code) => Prefix().Replace(code, "${interface}");

    private static string Compact(string json) => System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonDocument.Parse(json).RootElement);

    private static IReadOnlyList<(string Name, string Text)> Blocks(string kind) =>
        [.. Marked().Matches(Page).Where(match => match.Groups["kind"].Value == kind).Select(static match => (match.Groups["name"].Value, match.Groups["text"].Value))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Api.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }

    [GeneratedRegex(@"<!--(?<kind>cs|schema|operation|answer) (?<name>\w+)-->\n```\w+\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\b(?<interface>I?)Guide(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();
}
