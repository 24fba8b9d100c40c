namespace Integration.Infrastructure;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The host, built in the same configuration as the tests.</summary>
    public static string HostAssembly
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Root, "src", "Api", "bin", output.Parent!.Name, output.Name, "Guildhall.Api.dll");
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Api.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Api.sln was not found above the tests.");
    }
}
