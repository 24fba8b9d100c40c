namespace Guildhall.Storage.CombatLogs;

/// <summary>Names and paths that come from outside.</summary>
internal static class FileNames
{
    private const int MaxLength = 255;
    private const int MaxLinks = 40;

    /// <summary>A name to show: without folders and control characters, of bounded length, never empty.</summary>
    public static string Display(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(character => !char.IsControl(character))).Trim();
        return clean switch
        {
            "" => "unnamed",
            { Length: > MaxLength } => clean[..MaxLength],
            _ => clean,
        };
    }

    /// <summary>True for a member name that would lead out of the folder it is unpacked in.</summary>
    public static bool LeadsOut(string member) =>
        member.StartsWith('/') || member.StartsWith('\\') || member.Contains('\0') || (member.Length > 1 && member[1] == ':')
        || member.Split('/', '\\').Contains("..");

    /// <summary>The path with every link on its way followed; null when it does not exist or its links go round in circles.</summary>
    public static string? Resolve(string path)
    {
        var links = 0;
        return Resolve(Path.GetFullPath(path), ref links);
    }

    /// <summary>True when a resolved path lies under a resolved folder.</summary>
    public static bool IsUnder(string path, string folder) =>
        path.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Resolve(string path, ref int links)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;

        if (Resolve(parent, ref links) is not { } resolvedParent)
            return null;

        var resolved = Path.Combine(resolvedParent, Path.GetFileName(path));
        FileSystemInfo info = Directory.Exists(resolved) ? new DirectoryInfo(resolved) : new FileInfo(resolved);
        if (info.LinkTarget is not { } target)
            return info.Exists ? resolved : null;

        return ++links > MaxLinks ? null : Resolve(Path.GetFullPath(target, resolvedParent), ref links);
    }
}
