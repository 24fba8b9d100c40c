using System.Xml.Linq;

namespace Architecture;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Folders of projects below a folder, such as <c>src/Domain</c>.</summary>
    public static IEnumerable<string> ProjectsUnder(string folder)
    {
        var path = Path.Combine(Root, folder);
        return Directory.Exists(path)
            ? Directory.GetFiles(path, "*.csproj", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
                .Order()
            : [];
    }

    public static XDocument Load(string project) => XDocument.Load(Path.Combine(Root, project, $"{Path.GetFileName(project)}.csproj"));

    public static IEnumerable<string> ReferencesOf(string project) =>
        Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetDirectoryName(Path.Combine(Root, project, reference.Attribute("Include")!.Value))!)
            .Select(path => Path.GetRelativePath(Root, Path.GetFullPath(path)).Replace('\\', '/'));

    public static IEnumerable<string> PackagesOf(string project) =>
        Load(project).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    /// <summary>Source files that git tracks or would track, relative to the root.</summary>
    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Api.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Api.sln was not found above the tests.");
    }
}
