using System.Linq.Expressions;
using System.Reflection;

namespace GraphQL.Types;

/// <summary>Instances of classes that hold resolvers: services, or made when they are needed.</summary>
internal static class ResolverInstance
{
    /// <summary>Gives the instance to call a method on; null for a static one.</summary>
    /// <exception cref="SchemaBuildException">The class cannot be instantiated.</exception>
    public static Func<IServiceProvider, object>? For(MethodInfo method, Func<Type, bool> isService)
    {
        return method.IsStatic ? null : For(method.ReflectedType ?? method.DeclaringType!, isService);
    }

    /// <summary>Gives the instance of a class.</summary>
    /// <exception cref="SchemaBuildException">The class cannot be instantiated.</exception>
    public static Func<IServiceProvider, object> For(Type type, Func<Type, bool> isService)
    {
        if (isService(type))
            return services => services.GetService(type) ?? throw Missing(type, type.Name);
        if (type.IsAbstract || type.GetConstructors() is not [var constructor, ..])
        {
            throw new SchemaBuildException(
                $"{TypeText.Of(type)} cannot be instantiated; make its resolvers static, or give it a public constructor.");
        }

        var parameters = constructor.GetParameters();
        if (parameters.Length == 0)
        {
            // Without a constructor's parameters it can hold nothing of a request, so one serves all.
            var instance = constructor.Invoke(null);
            return _ => instance;
        }

        var provider = Expression.Parameter(typeof(IServiceProvider));
        var arguments = parameters.Select(item => ServiceExpression(provider, item));
        return Expression.Lambda<Func<IServiceProvider, object>>(Expression.New(constructor, arguments), provider).Compile();
    }

    /// <summary>Takes the service that a parameter wants.</summary>
    public static Expression ServiceExpression(ParameterExpression services, ParameterInfo parameter) => Expression.Convert(
        Expression.Call(typeof(ResolverInstance).GetMethod(nameof(Service), BindingFlags.Public | BindingFlags.Static)!, services, Expression.Constant(parameter)),
        parameter.ParameterType);

    /// <summary>The service that a parameter wants; null only where it may be.</summary>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public static object? Service(IServiceProvider services, ParameterInfo parameter) =>
        services.GetService(parameter.ParameterType)
        ?? (parameter.HasDefaultValue || new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable
            ? null
            : throw Missing(parameter.ParameterType, $"{parameter.Member.DeclaringType?.Name}.{parameter.Member.Name}"));

    private static InvalidOperationException Missing(Type type, string wanter) =>
        new($"{wanter} needs the service {TypeText.Of(type)}, which is not registered.");
}
