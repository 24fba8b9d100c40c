using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Execution;
using GraphQL.Subscriptions;

namespace GraphQL.Types;

/// <summary>Compiles methods with bound parameters into resolvers, once, at start.</summary>
internal static class ResolverCompiler
{
    private static readonly PropertyInfo Parent = typeof(ResolverContext).GetProperty(nameof(ResolverContext.Parent))!;
    private static readonly PropertyInfo Services = typeof(ResolverContext).GetProperty(nameof(ResolverContext.Services))!;

    /// <summary>Makes a resolver of a method.</summary>
    /// <param name="method">Returns a value, or a task of one.</param>
    /// <param name="parameters">One for each parameter of the method.</param>
    /// <param name="instance">Gives the instance; null for static methods and for those of the parent itself.</param>
    /// <param name="reads">What the method reads of the parent.</param>
    public static FieldResolver Compile(
        MethodInfo method, IReadOnlyList<ParameterBinding> parameters, Func<IServiceProvider, object>? instance, ParentAccess reads)
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var value = Expression.Parameter(typeof(object), "value");
        var call = Call(method, parameters, instance, context, value);
        if (Awaited(call) is { } task)
        {
            return new FieldResolver.Asynchronous(Expression.Lambda<Func<ResolverContext, ValueTask<object?>>>(task, context).Compile())
            {
                Begin = Begun(call) is { } begun ? Expression.Lambda<Func<ResolverContext, ResolverTask>>(begun, context).Compile() : null,
                IsBatched = parameters.Any(static parameter => parameter.Kind == ParameterKind.Loader),
                Reads = reads,
            };
        }

        var body = Expression.Convert(call, typeof(object));
        return new FieldResolver.Synchronous(Expression.Lambda<Func<ResolverContext, object?>>(body, context).Compile()) { Reads = reads };
    }

    /// <summary>As <see cref="Compile"/>, for a method one of whose parameters takes a value that the caller passes.</summary>
    public static Func<ResolverContext, object?, ValueTask<object?>> CompileWithValue(
        MethodInfo method, IReadOnlyList<ParameterBinding> parameters, Func<IServiceProvider, object>? instance)
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var value = Expression.Parameter(typeof(object), "value");
        var call = Call(method, parameters, instance, context, value);
        var body = Awaited(call)
            ?? (Expression)Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
        return Expression.Lambda<Func<ResolverContext, object?, ValueTask<object?>>>(body, context, value).Compile();
    }

    /// <summary>Makes a stream of a method that returns one, or a task of one.</summary>
    public static Func<ResolverContext, IAsyncEnumerable<object?>> CompileStream(
        MethodInfo method, IReadOnlyList<ParameterBinding> parameters, Func<IServiceProvider, object>? instance)
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var value = Expression.Parameter(typeof(object), "value");
        var call = Call(method, parameters, instance, context, value);
        var body = call.Type switch
        {
            { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Task<>) => OfTask(nameof(FromTaskOfStream), type, call),
            { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(ValueTask<>) => OfTask(nameof(FromValueTaskOfStream), type, call),
            var type => Expression.Call(Generic(nameof(FromStream), StreamElement(type)!), call),
        };
        return Expression.Lambda<Func<ResolverContext, IAsyncEnumerable<object?>>>(body, context).Compile();
    }

    /// <summary>What a stream's elements are; null for a type that is no stream.</summary>
    public static Type? StreamElement(Type type)
    {
        var streams = type.GetInterfaces().Append(type)
            .Where(static item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            .Select(static item => item.GetGenericArguments()[0])
            .ToList();

        // what is a stream of anything may be one of something as well.
        return streams.Find(static item => item != typeof(object)) ?? streams.FirstOrDefault();
    }

    private static MethodCallExpression Call(
        MethodInfo method,
        IReadOnlyList<ParameterBinding> parameters,
        Func<IServiceProvider, object>? instance,
        ParameterExpression context,
        ParameterExpression value)
    {
        Expression? target = null;
        if (!method.IsStatic)
        {
            target = instance is null
                ? Expression.Property(context, Parent)
                : Expression.Invoke(Expression.Constant(instance), Expression.Property(context, Services));
            target = Expression.Convert(target, method.DeclaringType!);
        }

        return Expression.Call(target, method, parameters.Select(parameter => parameter.ToExpression(context, value)));
    }

    private static MethodCallExpression? Awaited(MethodCallExpression call)
    {
        var type = call.Type;
        if (!type.IsGenericType)
            return null;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Task<>) ? Expression.Call(Generic(nameof(FromTask), type.GetGenericArguments()[0]), call)
            : definition == typeof(ValueTask<>) ? Expression.Call(Generic(nameof(FromValueTask), type.GetGenericArguments()[0]), call)
            : null;
    }

    /// <summary>The task as it is; null when the method returns none, or a <see cref="ValueTask{TResult}"/>.</summary>
    private static NewExpression? Begun(MethodCallExpression call)
    {
        if (call.Type.GetGenericTypeDefinition() != typeof(Task<>))
            return null;
        var read = Generic(nameof(Read), call.Type.GetGenericArguments()[0]).CreateDelegate<Func<Task, object?>>();
        return Expression.New(typeof(ResolverTask).GetConstructor([typeof(Task), typeof(Func<Task, object?>)])!, call, Expression.Constant(read));
    }

    private static object? Read<T>(Task task) => ((Task<T>)task).GetAwaiter().GetResult();

    private static MethodInfo Generic(string name, Type type) =>
        typeof(ResolverCompiler).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static ValueTask<object?> FromTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(Task<T> task) => await task;
    }

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(ValueTask<T> task) => await task;
    }

    private static IAsyncEnumerable<object?> FromStream<T>(IAsyncEnumerable<T> stream) => ObjectStream.Of(stream);

    private static MethodCallExpression OfTask(string name, Type task, Expression call)
    {
        var stream = task.GetGenericArguments()[0];
        var method = typeof(ResolverCompiler).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(method.MakeGenericMethod(stream, StreamElement(stream)!), call);
    }

    private static DeferredStream FromTaskOfStream<TStream, T>(Task<TStream> task)
        where TStream : IAsyncEnumerable<T> => new(async () => FromStream<T>(await task));

    private static DeferredStream FromValueTaskOfStream<TStream, T>(ValueTask<TStream> task)
        where TStream : IAsyncEnumerable<T> => new(async () => FromStream<T>(await task));
}
