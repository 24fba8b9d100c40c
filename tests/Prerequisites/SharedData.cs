namespace Prerequisites;

/// <summary>Data too large, or not ours, to be committed; tests that need it are <see cref="SharedDataFactAttribute"/>s.</summary>
internal static class SharedData
{
    /// <summary>Names the folder of the data; unset, it is <c>shared</c> beside the checkout.</summary>
    public const string Variable = "GUILDHALL_SHARED";

    /// <summary>The path of a file of the shared data; null when it is absent here.</summary>
    public static string? Find(string relativePath)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(root))
            root = Path.Combine(Checkout.Root, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, relativePath));
        return File.Exists(path) ? path : null;
    }
}
