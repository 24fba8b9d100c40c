namespace GraphQL.Comparison;

/// <summary>What a change of a schema does to the documents that clients have, the worst last.</summary>
public enum ChangeImpact
{
    /// <summary>Every document stays valid and means what it meant.</summary>
    Safe,

    /// <summary>Every document stays valid, but a client may meet values it does not expect, or a default it did not choose.</summary>
    Dangerous,

    /// <summary>Some document that was valid is not any more, or gives values of another shape.</summary>
    Breaking,
}
