using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>What a definition of filters or orders lists, before names and types of the schema are known.</summary>
internal sealed class MemberList
{
    private readonly List<MemberDefinition> _members = [];
    private readonly HashSet<string> _ignored = [];

    public string? TypeName { get; set; }

    public string? Description { get; set; }

    public bool IsExplicit { get; set; }

    public IReadOnlyList<MemberDefinition> Members => _members;

    public bool IsIgnored(PropertyInfo property) => _ignored.Contains(property.Name);

    /// <summary>Adds a member; throws for an unnamed one that is no property.</summary>
    public MemberDefinition Add(string? name, LambdaExpression accessor)
    {
        var member = new MemberDefinition(name ?? NamingConventions.Field(PropertyOf(accessor)), accessor);
        _members.Add(member);
        return member;
    }

    public void Ignore(LambdaExpression accessor) => _ignored.Add(PropertyOf(accessor).Name);

    private static PropertyInfo PropertyOf(LambdaExpression accessor) =>
        accessor.Body is MemberExpression { Member: PropertyInfo property } member && member.Expression == accessor.Parameters[0]
            ? property
            : throw new SchemaBuildException($"`{accessor}` is not a property of its parameter; give the field a name of its own.");
}

/// <summary>One listed member.</summary>
internal sealed class MemberDefinition(string name, LambdaExpression accessor)
{
    public string Name { get; } = name;

    public LambdaExpression Accessor { get; } = accessor;

    public string? Description { get; set; }

    /// <summary>Names of types whose global ids it holds, empty for that of its row; null when it is no id.</summary>
    public string[]? IdTypes { get; set; }

    /// <summary>The definition that its related object is read by; null: by convention.</summary>
    public Type? Definition { get; set; }

    public DataField ToField() => new(Name, Accessor, MayBeNull(Accessor));

    /// <summary>The member that stands for a property.</summary>
    public static MemberDefinition Of(PropertyInfo property)
    {
        var row = Expression.Parameter(property.ReflectedType!, "row");
        return new MemberDefinition(NamingConventions.Field(property), Expression.Lambda(Expression.Property(row, property), row));
    }

    /// <summary>By the annotations along a chain of properties; what is computed may be null when its type allows.</summary>
    private static bool MayBeNull(LambdaExpression accessor)
    {
        var part = accessor.Body;
        while (part is MemberExpression { Member: PropertyInfo property, Expression: { } owner })
        {
            if (AnnotatedType.Of(property).IsNullable)
                return true;
            part = owner;
        }

        return part is not ParameterExpression && FieldAccess.HasNull(accessor.ReturnType);
    }
}
