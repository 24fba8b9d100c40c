using System.Collections.Immutable;
using System.Reflection;

namespace GraphQL.Execution;

/// <summary>What a resolver reads of the object whose field it is, so that a projection fetches no more.</summary>
internal sealed class ParentAccess
{
    private ParentAccess(bool isWhole, ImmutableArray<PropertyInfo> properties)
    {
        IsWhole = isWhole;
        Properties = properties;
    }

    /// <summary>Anything: what is to be assumed of a resolver that does not say.</summary>
    public static ParentAccess Whole { get; } = new(isWhole: true, []);

    /// <summary>True when nothing bounds it.</summary>
    public bool IsWhole { get; }

    /// <summary>What it reads, when something bounds it.</summary>
    public ImmutableArray<PropertyInfo> Properties { get; }

    /// <summary>These properties alone; none: nothing at all.</summary>
    public static ParentAccess Of(params ImmutableArray<PropertyInfo> properties) => new(isWhole: false, properties);
}
