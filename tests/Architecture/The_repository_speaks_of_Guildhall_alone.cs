using System.Text.RegularExpressions;
using Xunit;

namespace Architecture;

/// <summary>Paths of somebody's machine and addresses of registries make a checkout depend on where it was made.</summary>
public partial class The_repository_speaks_of_Guildhall_alone
{
    private static readonly string[] Extensions = [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".sh", ".mjs", ".js", ".yml", ".graphql", ".editorconfig"];

    [Fact]
    public void No_file_names_a_machine_or_a_registry()
    {
        var offenders =
            from file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
            where Extensions.Contains(Path.GetExtension(name)) && !Ignored().IsMatch(name)
            where Forbidden().IsMatch(File.ReadAllText(file))
            select name;
        Assert.Empty(offenders);
    }

    [GeneratedRegex("(^|/)(bin|obj|node_modules|artifacts|data|wwwroot|\\.git)/")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"(?<![\w.])/(work|root|home/\w+)/|registry\.[n]pmjs|api\.[n]uget\.org|deb\.[d]ebian\.org")]
    private static partial Regex Forbidden();
}
