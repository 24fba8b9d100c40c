using System.Collections.Immutable;
using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>A value of a row that conditions and orders can speak of: a property, or something computed from several.</summary>
public sealed class DataField
{
    /// <summary>Of a name and the expression that reads it from its owner.</summary>
    /// <param name="name">As GraphQL calls it; empty for the elements of a list themselves.</param>
    /// <param name="accessor">From the owner to the value; read by the translation to LINQ alone, other stores go by the name.</param>
    /// <param name="isNullable">True when the value can be missing.</param>
    public DataField(string name, LambdaExpression accessor, bool isNullable)
    {
        Name = name;
        Accessor = accessor;
        IsNullable = isNullable;
    }

    /// <summary>As GraphQL calls it; empty for the elements of a list themselves.</summary>
    public string Name { get; }

    /// <summary>From the owner to the value.</summary>
    public LambdaExpression Accessor { get; }

    /// <summary>True when the value can be missing.</summary>
    public bool IsNullable { get; }

    /// <summary>The C# type of the value, <see cref="Nullable{T}"/> included.</summary>
    public Type ValueType => Accessor.ReturnType;

    /// <summary>The elements of a list themselves, for conditions inside a quantifier.</summary>
    public static DataField Element(Type type)
    {
        var element = Expression.Parameter(type, "element");
        return new DataField("", Expression.Lambda(element, element), !type.IsValueType || Nullable.GetUnderlyingType(type) is not null);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The way from a row to a value, through related objects; never empty.</summary>
public sealed class FieldPath
{
    /// <summary>Through these fields, the outermost first; at least one.</summary>
    public FieldPath(ImmutableArray<DataField> fields)
    {
        if (fields.IsDefaultOrEmpty)
            throw new ArgumentException("A path has at least one field.", nameof(fields));
        Fields = fields;
        foreach (var field in fields)
            IsNullable |= field.IsNullable;
        Name = string.Join('.', fields.Select(field => field.Name));
    }

    /// <summary>The outermost first.</summary>
    public ImmutableArray<DataField> Fields { get; }

    /// <summary>The names with dots between them, such as <c>guild.name</c>.</summary>
    public string Name { get; }

    /// <summary>True when the value, or an object on the way to it, can be missing.</summary>
    public bool IsNullable { get; }

    /// <summary>The C# type of the value, <see cref="Nullable{T}"/> removed.</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Fields[^1].ValueType) ?? Fields[^1].ValueType;

    /// <summary>One step further.</summary>
    public FieldPath Then(DataField field) => new(Fields.Add(field));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
