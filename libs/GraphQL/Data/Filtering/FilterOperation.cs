using System.Collections.Immutable;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>What a filter can ask of a single value.</summary>
public enum FilterOperation
{
    /// <summary><c>eq</c></summary>
    Equal,

    /// <summary><c>neq</c></summary>
    NotEqual,

    /// <summary><c>contains</c></summary>
    Contains,

    /// <summary><c>ncontains</c></summary>
    NotContains,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>nin</c></summary>
    NotIn,

    /// <summary><c>startsWith</c></summary>
    StartsWith,

    /// <summary><c>nstartsWith</c></summary>
    NotStartsWith,

    /// <summary><c>endsWith</c></summary>
    EndsWith,

    /// <summary><c>nendsWith</c></summary>
    NotEndsWith,

    /// <summary><c>gt</c></summary>
    GreaterThan,

    /// <summary><c>ngt</c></summary>
    NotGreaterThan,

    /// <summary><c>gte</c></summary>
    GreaterThanOrEqual,

    /// <summary><c>ngte</c></summary>
    NotGreaterThanOrEqual,

    /// <summary><c>lt</c></summary>
    LessThan,

    /// <summary><c>nlt</c></summary>
    NotLessThan,

    /// <summary><c>lte</c></summary>
    LessThanOrEqual,

    /// <summary><c>nlte</c></summary>
    NotLessThanOrEqual,
}

/// <summary>The operations that a kind of value has, as an input object type.</summary>
internal sealed class FilterOperationType
{
    private static readonly ImmutableArray<FilterOperation> Equality = [FilterOperation.Equal, FilterOperation.NotEqual];

    private static readonly ImmutableArray<FilterOperation> Sets = [.. Equality, FilterOperation.In, FilterOperation.NotIn];

    private static readonly ImmutableArray<FilterOperation> Comparable =
    [
        .. Sets,
        FilterOperation.GreaterThan, FilterOperation.NotGreaterThan, FilterOperation.GreaterThanOrEqual, FilterOperation.NotGreaterThanOrEqual,
        FilterOperation.LessThan, FilterOperation.NotLessThan, FilterOperation.LessThanOrEqual, FilterOperation.NotLessThanOrEqual,
    ];

    private static readonly ImmutableArray<FilterOperation> Textual =
    [
        .. Equality, FilterOperation.Contains, FilterOperation.NotContains, FilterOperation.In, FilterOperation.NotIn,
        FilterOperation.StartsWith, FilterOperation.NotStartsWith, FilterOperation.EndsWith, FilterOperation.NotEndsWith,
    ];

    private FilterOperationType(string name, string description, Type constantType, ImmutableArray<FilterOperation> operations)
    {
        Name = name;
        Description = description;
        ConstantType = constantType;
        Operations = operations;
    }

    /// <summary>Global ids, whatever the raw ids are.</summary>
    public static FilterOperationType Id { get; } = OfScalar("Id", "ID", typeof(NodeId), Sets, "a foreign type of id is refused");

    /// <summary>Text.</summary>
    public static FilterOperationType Text { get; } = OfScalar("String", "String", typeof(string), Textual, "comparison is ordinal and minds letter case");

    private static FilterOperationType Boolean { get; } = OfScalar("Boolean", "Boolean", typeof(bool), Equality, "null never matches");

    private static FilterOperationType Uuid { get; } = OfScalar("Uuid", "UUID", typeof(Guid), Sets, "compared as 128 bits");

    private static FilterOperationType Int { get; } = OfComparable("Int", typeof(int));

    private static FilterOperationType Long { get; } = OfComparable("Long", typeof(long));

    private static FilterOperationType Short { get; } = OfComparable("Short", typeof(short));

    private static FilterOperationType Byte { get; } = OfComparable("Byte", typeof(byte));

    private static FilterOperationType Decimal { get; } = OfComparable("Decimal", typeof(decimal));

    private static FilterOperationType Float { get; } = OfComparable("Float", typeof(double));

    private static FilterOperationType DateTime { get; } = OfComparable("DateTime", typeof(DateTimeOffset));

    private static FilterOperationType Date { get; } = OfComparable("Date", typeof(DateOnly));

    /// <summary>Of the input object type.</summary>
    public string Name { get; }

    /// <summary>Of the input object type.</summary>
    public string Description { get; }

    /// <summary>What constants are in C#; <see cref="NodeId"/> stands for <c>ID</c>.</summary>
    public Type ConstantType { get; }

    /// <summary>In the order of the schema.</summary>
    public ImmutableArray<FilterOperation> Operations { get; }

    /// <summary>True for text, whose conditions can be joined in place.</summary>
    public bool HasJoins => this == Text;

    /// <summary>For values of a C# type; null for types that no filter can compare.</summary>
    /// <param name="type">Not a <see cref="Nullable{T}"/>.</param>
    /// <param name="enumName">Names enums.</param>
    public static FilterOperationType? Find(Type type, Func<Type, string> enumName)
    {
        if (type.IsEnum)
        {
            var name = enumName(type);
            return new FilterOperationType($"{name}OperationFilterInput", $"Conditions on `{name}`.", type, Sets);
        }

        if (type == typeof(Guid))
            return Uuid;
        if (type == typeof(DateTimeOffset))
            return DateTime;
        if (type == typeof(DateOnly))
            return Date;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => Text,
            TypeCode.Boolean => Boolean,
            TypeCode.Byte => Byte,
            TypeCode.Int16 => Short,
            TypeCode.SByte or TypeCode.UInt16 or TypeCode.Int32 => Int,
            TypeCode.UInt32 or TypeCode.Int64 => Long,
            TypeCode.Single or TypeCode.Double => Float,
            TypeCode.Decimal => Decimal,
            TypeCode.DateTime => DateTime,
            _ => null,
        };
    }

    /// <summary>As the schema calls an operation.</summary>
    public static string NameOf(FilterOperation operation) => operation switch
    {
        FilterOperation.Equal => "eq",
        FilterOperation.NotEqual => "neq",
        FilterOperation.Contains => "contains",
        FilterOperation.NotContains => "ncontains",
        FilterOperation.In => "in",
        FilterOperation.NotIn => "nin",
        FilterOperation.StartsWith => "startsWith",
        FilterOperation.NotStartsWith => "nstartsWith",
        FilterOperation.EndsWith => "endsWith",
        FilterOperation.NotEndsWith => "nendsWith",
        FilterOperation.GreaterThan => "gt",
        FilterOperation.NotGreaterThan => "ngt",
        FilterOperation.GreaterThanOrEqual => "gte",
        FilterOperation.NotGreaterThanOrEqual => "ngte",
        FilterOperation.LessThan => "lt",
        FilterOperation.NotLessThan => "nlt",
        FilterOperation.LessThanOrEqual => "lte",
        FilterOperation.NotLessThanOrEqual => "nlte",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static FilterOperationType OfComparable(string scalar, Type type) =>
        OfScalar(scalar, scalar, type, Comparable, "the `n` forms negate");

    private static FilterOperationType OfScalar(string name, string scalar, Type type, ImmutableArray<FilterOperation> operations, string remark) => new(
        $"{name}OperationFilterInput",
        $"Conditions on {(scalar[0] == 'I' ? "an" : "a")} {scalar}; all given ones must hold, {remark}.",
        type,
        operations);
}
