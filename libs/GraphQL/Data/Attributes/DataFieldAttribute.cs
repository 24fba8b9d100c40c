using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>What a data attribute does to the rows, in the order in which the attributes stand.</summary>
internal enum DataStage
{
    /// <summary>Makes pages, segments or one row of them.</summary>
    Result,

    /// <summary>Chooses columns.</summary>
    Projection,

    /// <summary>Chooses rows.</summary>
    Filter,

    /// <summary>Orders them.</summary>
    Order,
}

/// <summary>
/// An attribute that pages, projects, filters or orders the rows of a field. Those of one field stand in that order, from the top down;
/// any other is refused when the schema is built.
/// </summary>
public abstract class DataFieldAttribute : FieldAttribute
{
    private protected DataFieldAttribute(int order)
        : base(order)
    {
    }

    internal abstract DataStage Stage { get; }

    /// <summary>As it stands in the source, such as <c>[UsePaging]</c>.</summary>
    internal string Written => $"[{GetType().Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal)}]";

    /// <inheritdoc/>
    public sealed override void Configure(FieldBuilder field) => DataFieldSetup.Configure(field, this);
}
