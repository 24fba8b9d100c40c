using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>Tells what a member reads of the object whose field it is, as far as its attributes and parameters show.</summary>
internal static class ParentReads
{
    /// <summary>Of a field's member; everything where it cannot be told.</summary>
    /// <exception cref="SchemaBuildException">An attribute names a property that the parent does not have.</exception>
    public static ParentAccess Of(FieldMember member, IReadOnlyList<ParameterBinding> parameters)
    {
        if (member.ParentType is not { } parent || MayBeWrapped(member.Member))
            return ParentAccess.Whole;
        if (member.Member.GetCustomAttribute<RequiresAttribute>() is { } requires)
            return Named(parent, requires.Properties);
        if (member is { IsOwn: true, Member: PropertyInfo property })
            return IsStored(property) ? ParentAccess.Of(Declared(property)) : ParentAccess.Whole;
        if (member.IsOwn)
            return ParentAccess.Whole;

        var named = ImmutableArray.CreateBuilder<string>();
        foreach (var parameter in parameters)
        {
            var says = parameter.Parameter.GetCustomAttribute<ParentAttribute>()?.Requires ?? [];
            if (parameter.Kind is ParameterKind.Parent && says.Count == 0)
                return ParentAccess.Whole;
            named.AddRange(says);
        }

        // The context shows the parent too; who says what is read of it is believed.
        return named.Count == 0 && parameters.Any(static parameter => parameter.Kind is ParameterKind.Context)
            ? ParentAccess.Whole
            : Named(parent, named);
    }

    /// <summary>True for a property that keeps a value, so that it can be a column; what is computed from others is none.</summary>
    public static bool IsStored(PropertyInfo property) =>
        property.SetMethod is not null
        || property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    /// <summary>The property as its own class has it, where a setter that is private there can be seen.</summary>
    public static PropertyInfo Declared(PropertyInfo property) => property.DeclaringType!.GetProperty(
        property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) ?? property;

    private static ParentAccess Named(Type parent, IEnumerable<string> names) => ParentAccess.Of(
    [
        .. names.Distinct().Order(StringComparer.Ordinal).Select(name =>
            parent.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { } property && IsStored(property)
                ? Declared(property)
                : throw new SchemaBuildException(
                    $"It requires {name} of its parent, but {TypeText.Of(parent)} keeps no such value; name a property that is stored.")),
    ]);

    /// <summary>What an application's own attribute wraps around the resolver may read anything.</summary>
    private static bool MayBeWrapped(MemberInfo member) => member.GetCustomAttributes<FieldAttribute>(inherit: true)
        .Any(static attribute => attribute.GetType().Assembly != typeof(FieldAttribute).Assembly);
}
