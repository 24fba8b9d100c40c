using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>The parent of a payload's fields when the mutation ended with errors.</summary>
/// <param name="Errors">At least one.</param>
internal sealed record MutationFailure(IReadOnlyList<object> Errors);

/// <summary>The parent of a payload's fields when the payload is made by convention.</summary>
/// <param name="Value">What the mutation gave.</param>
internal sealed record MutationSuccess(object? Value);

/// <summary>Turns what a mutation throws into errors of its payload.</summary>
internal static class MutationErrors
{
    /// <summary>Catches what is, or can be made into, an error of these classes; everything else goes on as it is.</summary>
    /// <exception cref="SchemaBuildException">A class names no way to make it of what can be thrown.</exception>
    public static FieldResolver Catch(FieldResolver resolver, IReadOnlyList<Type> errorTypes)
    {
        var invoke = ResolverChain.Invoker(resolver);
        var factories = errorTypes.SelectMany(Factories).ToList();
        return new FieldResolver.Asynchronous(async context =>
        {
            try
            {
                return await invoke(context);
            }
            catch (Exception exception) when (Translate(exception, errorTypes, factories) is { } errors)
            {
                return new MutationFailure(errors);
            }
        });
    }

    /// <summary>Resolves a payload's field unless the mutation ended with errors.</summary>
    public static FieldResolver Guard(FieldResolver resolver, object? empty)
    {
        if (resolver is FieldResolver.Asynchronous asynchronous)
        {
            return new FieldResolver.Asynchronous(context =>
                context.Parent is MutationFailure ? ValueTask.FromResult(empty) : asynchronous.Invoke(context));
        }

        if (resolver is FieldResolver.Synchronous synchronous)
            return new FieldResolver.Synchronous(context => context.Parent is MutationFailure ? empty : synchronous.Invoke(context));
        var property = (FieldResolver.Property)resolver;
        return new FieldResolver.Synchronous(context => context.Parent is MutationFailure ? empty : property.Read(context.Parent!));
    }

    /// <summary>
    /// What a field answers beside errors: null, an empty list, 0 or false; false when its type has nothing of that kind.
    /// </summary>
    public static bool TryGetEmpty(SchemaType type, out object? empty)
    {
        empty = type switch
        {
            NonNullType { InnerType: ListType } => Array.Empty<object>(),
            NonNullType { InnerType: ScalarType { RuntimeType: { IsPrimitive: true } primitive } } => Activator.CreateInstance(primitive),
            NonNullType { InnerType: ScalarType { RuntimeType: { } runtime } } when runtime == typeof(decimal) => 0m,
            _ => null,
        };
        return empty is not null || type is not NonNullType;
    }

    private static List<object>? Translate(Exception exception, IReadOnlyList<Type> errorTypes, IReadOnlyList<ErrorFactory> factories)
    {
        switch (exception)
        {
            case MutationException mutation:
                return mutation.Errors.All(error => errorTypes.Any(type => type.IsInstanceOfType(error))) ? [.. mutation.Errors] : null;
            case AggregateException aggregate:
                var all = aggregate.InnerExceptions.Select(inner => Translate(inner, errorTypes, factories)).ToList();
                return all.Count > 0 && !all.Contains(null) ? [.. all.SelectMany(static errors => errors!)] : null;
            default:
                var factory = factories.FirstOrDefault(item => item.ExceptionType.IsInstanceOfType(exception));
                return factory is null ? null : [factory.Create(exception)];
        }
    }

    private static IEnumerable<ErrorFactory> Factories(Type type)
    {
        if (typeof(Exception).IsAssignableFrom(type))
        {
            yield return new ErrorFactory(type, static exception => exception);
            yield break;
        }

        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name == "CreateErrorFrom" && type.IsAssignableFrom(method.ReturnType) && TryGetException(method, out var parameter))
                yield return new ErrorFactory(parameter, exception => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [exception], null)!);
        }

        foreach (var constructor in type.GetConstructors())
        {
            if (TryGetException(constructor, out var parameter))
                yield return new ErrorFactory(parameter, exception => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [exception], null));
        }
    }

    private static bool TryGetException(MethodBase method, out Type exceptionType)
    {
        exceptionType = method.GetParameters() is [var only] ? only.ParameterType : typeof(void);
        return typeof(Exception).IsAssignableFrom(exceptionType);
    }

    private sealed record ErrorFactory(Type ExceptionType, Func<Exception, object> Create);
}
