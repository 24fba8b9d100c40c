using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>Makes directives of the attributes that speak of cost.</summary>
internal static class CostAnnotations
{
    /// <summary>Of a class or enum.</summary>
    public static ImmutableArray<Directive> Of(MemberInfo type) => Of(type.GetCustomAttribute<CostAttribute>(inherit: false));

    /// <summary>Of an argument or input field.</summary>
    public static ImmutableArray<Directive> Of(CostAttribute? cost) => cost is null ? [] : [Cost(cost)];

    /// <summary>Adds those of a member to its field; what the member says goes before what other attributes have said.</summary>
    public static void Apply(FieldBuilder field)
    {
        if (field.Member.GetCustomAttribute<CostAttribute>() is { } cost)
            Replace(field, Cost(cost));
        if (field.Member.GetCustomAttribute<ListSizeAttribute>() is { } size)
            Replace(field, ListSize(field, size));
    }

    /// <summary>The directives that a schema needs beside those it has: those that are used in it.</summary>
    public static IEnumerable<DirectiveType> Missing(IReadOnlyList<DirectiveType> directives, IEnumerable<NamedType> types)
    {
        var used = types.SelectMany(UsedIn).Select(static directive => directive.Name.Value).ToHashSet();
        return CostDirectives.All.Append(ConstraintDirective.Type)
            .Where(type => used.Contains(type.Name) && !directives.Any(directive => directive.Name == type.Name));
    }

    private static IEnumerable<Directive> UsedIn(NamedType type)
    {
        var members = type switch
        {
            ComplexType complex => complex.Fields.SelectMany(static field =>
                field.AppliedDirectives.Concat(field.Arguments.SelectMany(static argument => argument.AppliedDirectives))),
            InputObjectType input => input.Fields.SelectMany(static field => field.AppliedDirectives),
            _ => Enumerable.Empty<Directive>(),
        };
        return members.Concat(type.AppliedDirectives);
    }

    private static void Replace(FieldBuilder field, Directive directive)
    {
        foreach (var same in field.AppliedDirectives.Where(item => item.Name.Value == directive.Name.Value).ToList())
            field.AppliedDirectives.Remove(same);
        field.AppliedDirectives.Add(directive);
    }

    private static Directive Cost(CostAttribute cost) => double.IsFinite(cost.Weight) && cost.Weight >= 0
        ? CostDirectives.CostOf(cost.Weight)
        : throw new SchemaBuildException($"[Cost({cost.Weight})] is no weight; give a number that is not negative.");

    private static Directive ListSize(FieldBuilder field, ListSizeAttribute size)
    {
        foreach (var path in size.SlicingArguments)
        {
            var name = path.Split('.')[0];
            if (field.Arguments.All(argument => argument.Name != name))
                throw new SchemaBuildException($"[ListSize] names the slicing argument {name}, which the field does not have; correct the name.");
        }

        return CostDirectives.ListSizeOf(
            size.AssumedSize < 0 ? null : size.AssumedSize,
            size.SlicingArguments,
            size.SlicingArgumentDefaultValue < 0 ? null : size.SlicingArgumentDefaultValue,
            size.SizedFields,
            size.RequireOneSlicingArgument);
    }
}
