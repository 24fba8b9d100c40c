using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>A <c>@defer</c> as one selection of the plan meets it; the same directive is another usage below another field.</summary>
/// <param name="directive">The directive.</param>
/// <param name="parent">The deferral in whose fragment it stands; null at the outermost.</param>
internal sealed class DeferUsage(Directive directive, DeferUsage? parent)
{
    public Directive Directive { get; } = directive;

    /// <summary>What the client calls it; null when it has no name.</summary>
    public string? Label { get; } = (directive.Find("label") as StringValue)?.Text;

    public DeferUsage? Parent { get; } = parent;
}
