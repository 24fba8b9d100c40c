using System.Xml.Linq;
using Xunit;

namespace Architecture;

/// <summary>
/// The rooms of the house and the doors between them: host → schema and ingestion → messaging → storage → domain,
/// with the libraries knowing nothing of ours.
/// </summary>
public class Dependencies_run_one_way
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["libs/GraphQL"] = [],
        ["libs/GraphQL.AspNetCore"] = ["libs/GraphQL"],
        ["libs/Parquet"] = [],
        ["libs/Nats"] = [],
        ["src/Domain"] = [],
        ["src/Storage"] = ["src/Domain", "libs/Parquet"],
        ["src/Messaging"] = ["src/Storage", "src/Domain", "libs/Nats"],
        ["src/Ingestion"] = ["src/Messaging", "src/Storage", "src/Domain"],
        ["src/Schema"] = ["src/Messaging", "src/Storage", "src/Domain", "libs/GraphQL"],
        ["src/Api"] = ["src/Schema", "src/Ingestion", "src/Messaging", "src/Storage", "src/Domain", "libs/GraphQL", "libs/GraphQL.AspNetCore"],
    };

    public static TheoryData<string> Projects() => [.. Repository.ProjectsUnder("libs").Concat(Repository.ProjectsUnder("src"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} has no place in the house: give it one in this table and in docs/architecture.md.");
        Assert.Empty(Repository.ReferencesOf(project).Except(allowed));
    }

    [Fact]
    public void The_domain_and_the_GraphQL_library_use_no_package()
    {
        Assert.Empty(Repository.PackagesOf("src/Domain"));
        Assert.Empty(Repository.PackagesOf("libs/GraphQL"));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Api.sln")).Replace('\\', '/');
        var missing = new[] { "libs", "src", "tests", "bench" }
            .SelectMany(Repository.ProjectsUnder)
            .Where(project => !solution.Contains($"{project}/{Path.GetFileName(project)}.csproj", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void No_project_names_a_version_of_its_own()
    {
        var offenders = new[] { "libs", "src", "tests", "bench" }
            .SelectMany(Repository.ProjectsUnder)
            .Where(project => Repository.Load(project).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Central_versions_are_exact()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(element => element.Attribute("Version")!.Value);
        Assert.All(versions, version => Assert.Matches(@"^\d+(\.\d+)+(-[0-9A-Za-z.]+)?$", version));
    }
}
