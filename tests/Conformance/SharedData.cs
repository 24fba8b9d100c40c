namespace Conformance;

/// <summary>Data too large, or not ours, to be committed; tests that need it say so and pass when it is absent.</summary>
internal static class SharedData
{
    private const string Variable = "GUILDHALL_SHARED";

    /// <summary>The path of a file of the shared data; null when it is absent here.</summary>
    public static string? Find(string relativePath)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(root))
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Api.sln")))
                directory = directory.Parent;
            root = directory?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
        }

        var path = root is null ? null : Path.Combine(root, relativePath);
        return File.Exists(path) ? path : null;
    }
}
