using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Writes the expression that makes rows of the columns which a selection needs, and gives up where it cannot tell them.</summary>
/// <param name="conditions">The request's variables of conditions, a bit each.</param>
/// <param name="withLists">True to fetch lists of related objects, which nothing bounds but the data itself.</param>
internal sealed class ProjectionBuilder(ulong conditions, bool withLists)
{
    /// <summary>A new object with what is needed of a row; null when that is all of it, or cannot be told.</summary>
    /// <param name="row">The row.</param>
    /// <param name="selections">What is selected of it.</param>
    /// <param name="type">Its type in the schema.</param>
    public Expression? TryCreate(Expression row, IReadOnlyList<SelectionPlan> selections, NamedType type)
    {
        if (type is not ObjectType objectType || !CanCreate(row.Type, objectType))
            return null;

        var needed = new SortedDictionary<string, Member>(StringComparer.Ordinal);
        foreach (var property in row.Type.GetProperties())
        {
            if (property.GetCustomAttribute<IsProjectedAttribute>() is { IsProjected: true })
                Need(ParentReads.Declared(property), field: null);
        }

        foreach (var field in selections.SelectMany(selection => selection.For(objectType, conditions)))
        {
            if (field.Kind == FieldKind.TypeName)
                continue;
            if (field.Field.Resolver is not { Reads: { IsWhole: false } reads } resolver || IsAskedAboutParent(field.Field))
                return null;
            foreach (var property in reads.Properties)
                Need(property, resolver is FieldResolver.Property && !IsAskedAboutValue(field.Field) ? field : null);
        }

        var bindings = new List<MemberBinding>();
        foreach (var member in needed.Values)
        {
            if (member.Property.GetCustomAttribute<IsProjectedAttribute>() is { IsProjected: false })
                continue;
            if (!member.Property.CanWrite || !member.Property.DeclaringType!.IsAssignableFrom(row.Type) || member.Property.DeclaringType.IsInterface)
                return null;
            if (Value(row, member) is not { } value)
                return null;
            bindings.Add(Expression.Bind(member.Property, value));
        }

        return Expression.MemberInit(Expression.New(ConstructorOf(row.Type)!), bindings);

        void Need(PropertyInfo property, FieldPlan? field)
        {
            if (!needed.TryGetValue(property.Name, out var member))
                needed.Add(property.Name, member = new Member(property));
            member.Fields.Add(field);
        }
    }

    /// <summary>True for a class that can be made empty and filled, and is what the object type stands for.</summary>
    public static bool CanCreate(Type type, ObjectType objectType) => objectType.RuntimeType == type && WhyNot(type) is null;

    /// <summary>Why rows of a type can never be projected; null when they can.</summary>
    public static string? WhyNot(Type type) =>
        type.IsAbstract ? "it is abstract, so that a row can be of any class that derives from it"
        : ConstructorOf(type) is null ? "it has no constructor without parameters"
        : null;

    /// <summary>True when a policy looks at the value of a field, of which nothing may then be missing.</summary>
    public static bool IsAskedAboutValue(OutputField field) =>
        field.Authorization.Any(static rule => rule is { Policy: not null, Apply: ApplyPolicy.AfterResolver });

    private static bool IsAskedAboutParent(OutputField field) =>
        field.Authorization.Any(static rule => rule is { Policy: not null, Resource: PolicyResource.Parent });

    private Expression? Value(Expression row, Member member)
    {
        var value = Expression.Property(row, member.Property);
        if (member.Fields.Contains(null) || member.Fields[0]!.Selection is null)
            return value;
        var selections = member.Fields.Select(static field => field!.Selection!).ToList();
        var type = member.Fields[0]!.Field.Type.Named;
        return AnnotatedType.Of(member.Property).ElementType is { } element
            ? List(value, element.Type, selections, type)
            : Related(value, selections, type);
    }

    /// <summary>A related object, perhaps missing; the whole one when its columns cannot be told.</summary>
    private Expression Related(MemberExpression value, IReadOnlyList<SelectionPlan> selections, NamedType type)
    {
        if (TryCreate(value, selections, type) is not { } created)
            return value;
        return AnnotatedType.Of((PropertyInfo)value.Member).IsNullable
            ? Expression.Condition(FieldAccess.IsNull(value), Expression.Constant(null, value.Type), created)
            : created;
    }

    private Expression? List(MemberExpression value, Type elementType, IReadOnlyList<SelectionPlan> selections, NamedType type)
    {
        if (!withLists || !value.Type.IsAssignableFrom(typeof(List<>).MakeGenericType(elementType)))
            return null;
        var element = Expression.Parameter(elementType, "element");
        var elements = TryCreate(element, selections, type) is { } created
            ? Expression.Call(typeof(Enumerable), nameof(Enumerable.Select), [elementType, elementType], value, Expression.Lambda(created, element))
            : (Expression)value;
        var list = Expression.Call(typeof(Enumerable), nameof(Enumerable.ToList), [elementType], elements);
        return Expression.Convert(list, value.Type);
    }

    private static ConstructorInfo? ConstructorOf(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes);

    /// <summary>A property, and the fields that give it as it is; null among them: something else reads it.</summary>
    private sealed record Member(PropertyInfo Property)
    {
        public List<FieldPlan?> Fields { get; } = [];
    }
}
