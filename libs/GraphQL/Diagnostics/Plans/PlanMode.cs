namespace GraphQL.Diagnostics;

/// <summary>Whether a response tells how it came about, in <c>extensions.plan</c>.</summary>
public enum PlanMode
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The request is executed, its parts all at once, and its plan is told with what loaders and statements did.</summary>
    Explain,

    /// <summary>The request is not executed; its plan alone is told.</summary>
    Only,
}
