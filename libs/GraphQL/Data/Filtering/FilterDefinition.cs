using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Says what a filter can ask of rows, where the convention of one field per stored property does not fit.</summary>
public abstract class FilterDefinition
{
    private protected FilterDefinition()
    {
    }

    internal abstract Type RowType { get; }

    internal abstract MemberList Build();
}

/// <summary>Says what a filter can ask of rows, where the convention of one field per stored property does not fit.</summary>
/// <typeparam name="T">Of a row.</typeparam>
public abstract class FilterDefinition<T> : FilterDefinition
{
    /// <summary>Lists, renames, adds and leaves out fields.</summary>
    protected abstract void Configure(FilterFields<T> fields);

    internal sealed override Type RowType => typeof(T);

    internal sealed override MemberList Build()
    {
        var fields = new FilterFields<T>();
        Configure(fields);
        return fields.Members;
    }
}

/// <summary>The fields of a filter while they are defined.</summary>
/// <typeparam name="T">Of a row.</typeparam>
public sealed class FilterFields<T>
{
    internal FilterFields()
    {
    }

    internal MemberList Members { get; } = new();

    /// <summary>Names the input type, in place of <c>{Type}FilterInput</c>.</summary>
    public FilterFields<T> Name(string name)
    {
        Members.TypeName = name;
        return this;
    }

    /// <summary>Describes the input type.</summary>
    public FilterFields<T> Description(string description)
    {
        Members.Description = description;
        return this;
    }

    /// <summary>Only what is listed is a field; otherwise every stored property is one, and what is listed adds to them.</summary>
    public FilterFields<T> BindFieldsExplicitly()
    {
        Members.IsExplicit = true;
        return this;
    }

    /// <summary>A property, under its own name in camelCase.</summary>
    public FilterFieldOptions Field<TValue>(Expression<Func<T, TValue>> property) => new(Members.Add(name: null, property));

    /// <summary>
    /// A property, or a value computed from several, under a name of its own. The database computes it, so it must be something that
    /// the database can: <c>row => row.Characters.Select(character => character.Name)</c>.
    /// </summary>
    public FilterFieldOptions Field<TValue>(string name, Expression<Func<T, TValue>> value) => new(Members.Add(name, value));

    /// <summary>Leaves a property out.</summary>
    public FilterFields<T> Ignore<TValue>(Expression<Func<T, TValue>> property)
    {
        Members.Ignore(property);
        return this;
    }
}

/// <summary>Further says of one field of a filter.</summary>
public sealed class FilterFieldOptions
{
    private readonly MemberDefinition _member;

    internal FilterFieldOptions(MemberDefinition member) => _member = member;

    /// <summary>The value is compared with global ids of these object types; without names of the type that the row becomes.</summary>
    public FilterFieldOptions ID(params string[] typeNames)
    {
        _member.IdTypes = typeNames;
        return this;
    }

    /// <summary>The related object, or each of the list, is filtered as another definition says.</summary>
    public FilterFieldOptions Using<TDefinition>()
        where TDefinition : FilterDefinition, new()
    {
        _member.Definition = typeof(TDefinition);
        return this;
    }

    /// <summary>Describes the field.</summary>
    public FilterFieldOptions Description(string description)
    {
        _member.Description = description;
        return this;
    }
}
