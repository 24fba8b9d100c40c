namespace GraphQL.Execution;

/// <summary>Which part of the response is being written, and which deferrals the usages of the plan stand for there.</summary>
/// <param name="part">The part.</param>
/// <param name="outer">The scope around it; null at the beginning of the response and of a stream's element.</param>
internal sealed class DeferralScope(ResponsePart part, DeferralScope? outer)
{
    public ResponsePart Part { get; } = part;

    /// <summary>Adds a deferral that begins here.</summary>
    public void Add(Deferral deferral) => (Deferrals ??= []).Add(deferral);

    /// <summary>The deferral that a usage stands for.</summary>
    public Deferral Find(DeferUsage usage)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            foreach (var deferral in scope.Deferrals ?? [])
            {
                if (ReferenceEquals(deferral.Usage, usage))
                    return deferral;
            }
        }

        throw new InvalidOperationException("A deferral is used outside its fragment.");
    }

    private DeferralScope? Outer { get; } = outer;

    private List<Deferral>? Deferrals { get; set; }
}
