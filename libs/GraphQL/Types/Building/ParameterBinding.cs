using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>Where a resolver's parameter takes its value from.</summary>
internal enum ParameterKind
{
    Argument,
    Parent,
    Service,
    Services,
    Context,
    CancellationToken,
    User,
    Loader,
    Made,
    Value,
}

/// <summary>A parameter of a resolver and what it takes.</summary>
/// <param name="Parameter">In C#.</param>
/// <param name="Kind">Where its value comes from.</param>
internal sealed record ParameterBinding(ParameterInfo Parameter, ParameterKind Kind)
{
    private static readonly PropertyInfo ParentProperty = typeof(ResolverContext).GetProperty(nameof(ResolverContext.Parent))!;
    private static readonly PropertyInfo ServicesProperty = typeof(ResolverContext).GetProperty(nameof(ResolverContext.Services))!;
    private static readonly PropertyInfo CancellationProperty = typeof(ResolverContext).GetProperty(nameof(ResolverContext.CancellationToken))!;
    private static readonly PropertyInfo UserProperty = typeof(ResolverContext).GetProperty(nameof(ResolverContext.User))!;
    private static readonly MethodInfo ReadMethod = typeof(ParameterBinding).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private static readonly MethodInfo ServiceMethod = typeof(ParameterBinding).GetMethod(nameof(Service), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The argument in the schema; null when it takes something else.</summary>
    public InputValue? Argument { get; init; }

    /// <summary>Makes coerced values fit; null: they fit.</summary>
    public Func<object?, object?>? Convert { get; init; }

    /// <summary>Gives the data loader; null when it takes something else.</summary>
    public Func<ResolverContext, DataLoader>? Loader { get; init; }

    /// <summary>Makes the value of the context; null when it takes something else.</summary>
    public Func<ResolverContext, object?>? Make { get; init; }

    /// <summary>The argument whose fields hold this one, by the mutation convention; null when it is an argument itself.</summary>
    public string? InputArgument { get; init; }

    /// <summary>What attributes and the type say; the rest are arguments.</summary>
    public static ParameterKind KindOf(ParameterInfo parameter, Func<Type, bool> isService)
    {
        var type = parameter.ParameterType;
        return parameter.IsDefined(typeof(ParentAttribute)) ? ParameterKind.Parent
            : parameter.IsDefined(typeof(ServiceAttribute)) ? ParameterKind.Service
            : parameter.IsDefined(typeof(EventMessageAttribute)) ? ParameterKind.Value
            : parameter.IsDefined(typeof(ArgumentAttribute)) ? ParameterKind.Argument
            : type == typeof(CancellationToken) ? ParameterKind.CancellationToken
            : type == typeof(ClaimsPrincipal) ? ParameterKind.User
            : type == typeof(ResolverContext) ? ParameterKind.Context
            : type == typeof(IServiceProvider) ? ParameterKind.Services
            : ParameterAttribute.Of(parameter) is not null ? ParameterKind.Made
            : LoaderCatalog.IsLoader(type) ? ParameterKind.Loader
            : isService(type) ? ParameterKind.Service
            : ParameterKind.Argument;
    }

    /// <summary>The expression that takes the value.</summary>
    /// <param name="context">The resolver's context.</param>
    /// <param name="value">The element of a stream or the id of a node, where there is one.</param>
    public Expression ToExpression(ParameterExpression context, ParameterExpression value)
    {
        var type = Parameter.ParameterType;
        return Kind switch
        {
            ParameterKind.Parent => Expression.Convert(Expression.Property(context, ParentProperty), type),
            ParameterKind.Context => context,
            ParameterKind.Services => Expression.Property(context, ServicesProperty),
            ParameterKind.CancellationToken => Expression.Property(context, CancellationProperty),
            ParameterKind.User => Expression.Property(context, UserProperty),
            ParameterKind.Service => Expression.Convert(Expression.Call(Expression.Constant(this), ServiceMethod, context), type),
            ParameterKind.Loader => Expression.Convert(Expression.Invoke(Expression.Constant(Loader), context), type),
            ParameterKind.Made => Expression.Convert(Expression.Invoke(Expression.Constant(Make), context), type),
            ParameterKind.Value => Expression.Convert(value, type),
            _ => Expression.Convert(Expression.Call(Expression.Constant(this), ReadMethod, context), type),
        };
    }

    private object? Read(ResolverContext context)
    {
        var name = Argument!.Name;
        object? value;
        bool isGiven;
        if (InputArgument is null)
        {
            value = context.Argument(name);
            isGiven = value is not null || context.HasArgument(name);
        }
        else
        {
            isGiven = ((IReadOnlyDictionary<string, object?>)context.Argument(InputArgument)!).TryGetValue(name, out value);
        }

        if (!isGiven)
            return Parameter.ParameterType.IsValueType ? Activator.CreateInstance(Parameter.ParameterType) : null;
        if (Convert is null)
            return value;
        try
        {
            return Convert(value);
        }
        catch (CoercionException exception)
        {
            throw new GraphQLException(new GraphQLError($"The argument \"{name}\" does not fit: {exception.Message}.") { Code = exception.Code ?? ErrorCodes.BadArgument });
        }
    }

    private object? Service(ResolverContext context) => ResolverInstance.Service(context.Services, Parameter);
}
