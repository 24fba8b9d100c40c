using System.Reflection;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    /// <summary>
    /// Properties of a class that are fields of its type as they are: neither ignored nor replaced by what extends the type.
    /// </summary>
    internal IEnumerable<PropertyInfo> FieldPropertiesOf(Type type)
    {
        var hidden = new HashSet<string>();
        foreach (var extension in _catalog.ExtensionsOf(type, NameOf(type)))
        {
            hidden.UnionWith(extension.Ignored);
            hidden.UnionWith(ClrMembers.OfResolvers(extension.Class).Select(static member => member.GetCustomAttribute<BindMemberAttribute>()?.Name).OfType<string>());
        }

        return ClrMembers.Of(type, methods: false).OfType<PropertyInfo>().Where(property => !hidden.Contains(property.Name));
    }

    /// <summary>Names of the types whose global ids a property holds, empty for that of its own class; null when it holds none.</summary>
    internal string[]? IdTypesOf(PropertyInfo property, Type owner) => property.GetCustomAttribute<IDAttribute>() switch
    {
        { TypeName: { } name } => [name],
        { Type: { } type } => [NameOf(type)],
        { } => [],
        _ => _nodes.IsIdMember(new FieldMember(property, owner, IsOwn: true)) ? [] : null,
    };

    /// <summary>The parameters of a resolver and those of the data loaders that it takes.</summary>
    internal IEnumerable<ParameterInfo> ParametersOf(MethodInfo resolver) =>
        resolver.GetParameters().SelectMany(parameter => _loaders.MethodOf(parameter) is { } loader ? loader.GetParameters() : [parameter]);

    /// <summary>True for a type that a scalar stands for.</summary>
    internal bool IsScalar(Type type) => _scalars.ContainsKey(type);
}
