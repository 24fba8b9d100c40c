using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Data;

/// <summary>What a filter can ask of rows of a C# type; becomes an input object type.</summary>
internal sealed class FilterType(string name, string description, string origin)
{
    private readonly Dictionary<string, FilterField> _fields = [];

    /// <summary>Such as <c>CombatLogFilterInput</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Markdown.</summary>
    public string Description { get; } = description;

    /// <summary>What defines it, for errors at start-up.</summary>
    public string Origin { get; } = origin;

    /// <summary>In the order of definition.</summary>
    public IReadOnlyCollection<FilterField> Fields => _fields.Values;

    /// <summary>The field of that name.</summary>
    public bool TryGetField(string name, [NotNullWhen(true)] out FilterField? field) => _fields.TryGetValue(name, out field);

    /// <summary>Adds a field; a later one of a name takes the place of an earlier one.</summary>
    public void Set(FilterField field) => _fields[field.Data.Name] = field;
}

/// <summary>One field of a <see cref="FilterType"/>.</summary>
/// <param name="data">The value it speaks of.</param>
internal abstract class FilterField(DataField data)
{
    /// <summary>The value it speaks of.</summary>
    public DataField Data { get; } = data;

    /// <summary>Markdown; null when the name says it all.</summary>
    public string? Description { get; init; }

    /// <summary>A single value.</summary>
    public sealed class Leaf(DataField data, FilterOperationType operations) : FilterField(data)
    {
        /// <summary>What can be asked of it.</summary>
        public FilterOperationType Operations { get; } = operations;

        /// <summary>
        /// For global ids: the names of the types whose ids are taken, known when the schema is built; null for other values.
        /// </summary>
        public IReadOnlySet<string>? IdTypes { get; set; }
    }

    /// <summary>A related object.</summary>
    public sealed class Related(DataField data, FilterType type) : FilterField(data)
    {
        /// <summary>What can be asked of it.</summary>
        public FilterType Type { get; } = type;
    }

    /// <summary>A list of values.</summary>
    public sealed class LeafList(DataField data, FilterOperationType operations, Type elementType) : FilterField(data)
    {
        /// <summary>What can be asked of an element.</summary>
        public FilterOperationType Operations { get; } = operations;

        /// <summary>An element itself, as paths inside a quantifier start with it.</summary>
        public DataField Element { get; } = DataField.Element(elementType);
    }

    /// <summary>A list of related objects.</summary>
    public sealed class RelatedList(DataField data, FilterType type) : FilterField(data)
    {
        /// <summary>What can be asked of an element.</summary>
        public FilterType Type { get; } = type;
    }
}
