using System.Diagnostics.CodeAnalysis;

namespace GraphQL.Data;

/// <summary>How rows of a C# type can be ordered; becomes an input object type.</summary>
internal sealed class SortType(string name, string description, string origin)
{
    private readonly Dictionary<string, SortField> _fields = [];

    /// <summary>Such as <c>CombatLogSortInput</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Markdown.</summary>
    public string Description { get; } = description;

    /// <summary>What defines it, for errors at start-up.</summary>
    public string Origin { get; } = origin;

    /// <summary>In the order of definition.</summary>
    public IReadOnlyCollection<SortField> Fields => _fields.Values;

    /// <summary>The order when a request gives none.</summary>
    public IReadOnlyList<OrderTerm> DefaultOrder { get; set; } = [];

    /// <summary>What no two rows share; null when nothing says what that is.</summary>
    public FieldPath? Key { get; set; }

    /// <summary>The field of that name.</summary>
    public bool TryGetField(string name, [NotNullWhen(true)] out SortField? field) => _fields.TryGetValue(name, out field);

    /// <summary>Adds a field; a later one of a name takes the place of an earlier one.</summary>
    public void Set(SortField field) => _fields[field.Data.Name] = field;

    /// <summary>A total order: the wanted terms, or else the default ones, and then the key in the direction of the last term.</summary>
    public Ordering ToOrdering(IReadOnlyList<OrderTerm> wanted)
    {
        var terms = wanted.Count > 0 ? wanted : DefaultOrder;
        var key = Key ?? throw new InvalidOperationException($"{Name} has no key.");
        // One direction throughout lets a database read an index that ends in the key.
        return new Ordering(terms, new OrderTerm(key, terms.Count > 0 && terms[^1].IsDescending));
    }
}

/// <summary>One field of a <see cref="SortType"/>.</summary>
/// <param name="Data">The value, or the related object.</param>
/// <param name="Description">Markdown; null when the name says it all.</param>
/// <param name="Related">How related objects order rows; null for a value.</param>
internal sealed record SortField(DataField Data, string? Description, SortType? Related);
