namespace GraphQL.Execution;

/// <summary>A response position that outlives the writer's stack; made into a list only when somebody wants to see it.</summary>
internal sealed class PathNode(PathNode? parent, string? name, int index)
{
    /// <summary>The whole path, without what is behind it: names as <see cref="string"/>, indices as <see cref="int"/>.</summary>
    public static List<object> ToList(PathNode? node)
    {
        var path = new List<object>();
        for (; node is not null; node = node.Parent)
            path.Add(node.Name ?? (object)node.Index);
        path.Reverse();
        return path;
    }

    /// <summary>How many steps a path has.</summary>
    public static int LengthOf(PathNode? node)
    {
        var length = 0;
        for (; node is not null; node = node.Parent)
            length++;
        return length;
    }

    private PathNode? Parent { get; } = parent;

    private string? Name { get; } = name;

    private int Index { get; } = index;
}
