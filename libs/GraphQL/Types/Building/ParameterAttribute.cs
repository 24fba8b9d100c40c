using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>
/// Gives a resolver's parameter its value from the resolver's context, so that it is no argument. Stands on the parameter, or on the class
/// of the parameter, and then serves every parameter of that class. A <see cref="DataLoaderAttribute"/> method may have such parameters
/// too: its loader is then one for each field of the operation instead of one for the request.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public abstract class ParameterAttribute : Attribute
{
    /// <summary>Called once, while the schema is built; what it returns is called for every call of the resolver.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="field">The member that is the field; for a data loader's parameter, that of the resolver which takes the loader.</param>
    /// <exception cref="SchemaBuildException">The field cannot give it.</exception>
    public abstract Func<ResolverContext, object?> Bind(ParameterInfo parameter, MemberInfo field);

    /// <summary>That of a parameter or of its type; null when there is none.</summary>
    internal static ParameterAttribute? Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<ParameterAttribute>() ?? parameter.ParameterType.GetCustomAttribute<ParameterAttribute>();
}
