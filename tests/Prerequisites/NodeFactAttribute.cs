namespace Prerequisites;

/// <summary>A test that runs a <see cref="NodeScript"/>; skipped where none can run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : Xunit.FactAttribute
{
    public NodeFactAttribute() => Skip = NodeScript.WhyAbsent;
}

/// <summary>Tests that run a <see cref="NodeScript"/>; skipped where none can run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : Xunit.TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeScript.WhyAbsent;
}
