using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Says how rows can be ordered, how they are when nobody asks, and what no two of them share.</summary>
public abstract class SortDefinition
{
    private protected SortDefinition()
    {
    }

    internal abstract Type RowType { get; }

    internal abstract SortMembers Build();
}

/// <summary>Says how rows can be ordered, how they are when nobody asks, and what no two of them share.</summary>
/// <typeparam name="T">Of a row.</typeparam>
public abstract class SortDefinition<T> : SortDefinition
{
    /// <summary>Lists, renames, adds and leaves out fields; gives the default order and the key.</summary>
    protected abstract void Configure(SortFields<T> fields);

    internal sealed override Type RowType => typeof(T);

    internal sealed override SortMembers Build()
    {
        var fields = new SortFields<T>();
        Configure(fields);
        return fields.Members;
    }
}

/// <summary>The fields of an order while they are defined.</summary>
/// <typeparam name="T">Of a row.</typeparam>
public sealed class SortFields<T>
{
    internal SortFields()
    {
    }

    internal SortMembers Members { get; } = new();

    /// <summary>Names the input type, in place of <c>{Type}SortInput</c>.</summary>
    public SortFields<T> Name(string name)
    {
        Members.Fields.TypeName = name;
        return this;
    }

    /// <summary>Describes the input type.</summary>
    public SortFields<T> Description(string description)
    {
        Members.Fields.Description = description;
        return this;
    }

    /// <summary>Only what is listed is a field; otherwise every stored property is one, and what is listed adds to them.</summary>
    public SortFields<T> BindFieldsExplicitly()
    {
        Members.Fields.IsExplicit = true;
        return this;
    }

    /// <summary>A property, under its own name in camelCase.</summary>
    public SortFieldOptions Field<TValue>(Expression<Func<T, TValue>> property) => new(Members.Fields.Add(name: null, property));

    /// <summary>A property, or a value that the database can compute from several, under a name of its own.</summary>
    public SortFieldOptions Field<TValue>(string name, Expression<Func<T, TValue>> value) => new(Members.Fields.Add(name, value));

    /// <summary>Leaves a property out.</summary>
    public SortFields<T> Ignore<TValue>(Expression<Func<T, TValue>> property)
    {
        Members.Fields.Ignore(property);
        return this;
    }

    /// <summary>What no two rows share and every row has, in place of the property <c>Id</c>: every order ends in it.</summary>
    public SortFields<T> Key<TValue>(Expression<Func<T, TValue>> value)
    {
        Members.Key = value;
        return this;
    }

    /// <summary>The order when a request gives none, the most significant first; the key follows by itself.</summary>
    public SortFields<T> DefaultOrder<TValue>(Expression<Func<T, TValue>> value, SortDirection direction)
    {
        Members.DefaultOrder.Add((value, direction));
        return this;
    }
}

/// <summary>Further says of one field of an order.</summary>
public sealed class SortFieldOptions
{
    private readonly MemberDefinition _member;

    internal SortFieldOptions(MemberDefinition member) => _member = member;

    /// <summary>The related object orders as another definition says.</summary>
    public SortFieldOptions Using<TDefinition>()
        where TDefinition : SortDefinition, new()
    {
        _member.Definition = typeof(TDefinition);
        return this;
    }

    /// <summary>Describes the field.</summary>
    public SortFieldOptions Description(string description)
    {
        _member.Description = description;
        return this;
    }
}

/// <summary>What a definition of orders says.</summary>
internal sealed class SortMembers
{
    public MemberList Fields { get; } = new();

    public LambdaExpression? Key { get; set; }

    public List<(LambdaExpression Value, SortDirection Direction)> DefaultOrder { get; } = [];
}
