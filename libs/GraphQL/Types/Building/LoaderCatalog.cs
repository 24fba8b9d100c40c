using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>The data loaders that are methods, by what they load.</summary>
internal sealed class LoaderCatalog
{
    private readonly List<MethodLoader> _loaders = [];

    /// <summary>Of these methods; problems are told by <paramref name="report"/>.</summary>
    public LoaderCatalog(IEnumerable<MethodInfo> methods, Action<string> report)
    {
        foreach (var method in methods)
        {
            if (Create(method) is { } loader)
                _loaders.Add(loader);
            else
                report($"{TypeText.Of(method)}: a [DataLoader] is static, takes IReadOnlyList<TKey> first, and returns Task<IReadOnlyDictionary<TKey, TValue>> or Task<ILookup<TKey, TValue>>.");
        }
    }

    /// <summary>True for a type that a parameter takes a data loader of.</summary>
    public static bool IsLoader(Type type) => typeof(DataLoader).IsAssignableFrom(type);

    /// <summary>Gives the loader that a parameter wants.</summary>
    /// <exception cref="SchemaBuildException">There is none, or which one cannot be told.</exception>
    public Func<ResolverContext, DataLoader> Find(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (!type.IsAbstract)
        {
            return typeof(LoaderCatalog).GetMethod(nameof(GetClass), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type)
                .CreateDelegate<Func<ResolverContext, DataLoader>>();
        }

        return Fitting(parameter) is [var only]
            ? only.Bind(parameter.Member)
            : throw new SchemaBuildException($"Parameter {parameter.Name}: no [DataLoader] method, or not exactly one, is a {TypeText.Of(type)}; "
                + $"add one, or name the parameter as the method is without Get and Async.");
    }

    /// <summary>The method whose loader a parameter takes; null when it takes none, or one that is a class.</summary>
    public MethodInfo? MethodOf(ParameterInfo parameter) =>
        IsLoader(parameter.ParameterType) && Fitting(parameter) is [var only] ? only.Method : null;

    /// <summary>The types that the loader which a parameter wants asks of the request's services.</summary>
    public IEnumerable<Type> ServicesOf(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsAbstract)
            return parameter.ParameterType.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Select(static item => item.ParameterType);
        return Fitting(parameter)
            .SelectMany(static loader => loader.Method.GetParameters().Skip(1))
            .Select(static item => item.ParameterType)
            .Where(static type => type != typeof(CancellationToken));
    }

    private List<MethodLoader> Fitting(ParameterInfo parameter)
    {
        var fitting = _loaders.FindAll(loader => loader.Type == parameter.ParameterType);
        return fitting.Count > 1 ? fitting.FindAll(loader => NamingConventions.Field(loader.Method) == parameter.Name) : fitting;
    }

    private static MethodLoader? Create(MethodInfo method)
    {
        if (!method.IsStatic || method.GetParameters() is not [var first, ..]
            || first.ParameterType is not { IsGenericType: true } keys || keys.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)
            || method.ReturnType is not { IsGenericType: true } task || task.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return null;
        }

        var result = task.GetGenericArguments()[0];
        foreach (var (definition, name) in new[] { (typeof(IReadOnlyDictionary<,>), nameof(ByKey)), (typeof(ILookup<,>), nameof(Grouped)) })
        {
            var shape = result.GetInterfaces().Append(result).FirstOrDefault(item => item.IsGenericType && item.GetGenericTypeDefinition() == definition);
            if (shape is null || shape.GetGenericArguments()[0] != keys.GetGenericArguments()[0])
                continue;
            Type[] arguments = [.. shape.GetGenericArguments(), result];
            var create = typeof(LoaderCatalog).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(arguments)
                .Invoke(null, [method])!;
            var value = definition == typeof(ILookup<,>) ? typeof(IReadOnlyList<>).MakeGenericType(arguments[1]) : arguments[1];
            return new MethodLoader(
                method, typeof(DataLoader<,>).MakeGenericType(arguments[0], value), (Func<IServiceProvider, object?[], DataLoader>)create);
        }

        return null;
    }

    private static DataLoader GetClass<TLoader>(ResolverContext context)
        where TLoader : DataLoader => context.Loader<TLoader>();

    private static Func<IServiceProvider, object?[], DataLoader> ByKey<TKey, TValue, TResult>(MethodInfo method)
        where TKey : notnull
        where TResult : IReadOnlyDictionary<TKey, TValue>
    {
        var load = Compile<TKey, TResult>(method);
        return (services, made) => new MethodDataLoader<TKey, TValue>(
            method.Name,
            async (keys, cancellationToken) => await load(services, made, keys, cancellationToken));
    }

    private static Func<IServiceProvider, object?[], DataLoader> Grouped<TKey, TValue, TResult>(MethodInfo method)
        where TKey : notnull
        where TResult : ILookup<TKey, TValue>
    {
        var load = Compile<TKey, TResult>(method);
        return (services, made) => new MethodGroupedDataLoader<TKey, TValue>(
            method.Name,
            async (keys, cancellationToken) => await load(services, made, keys, cancellationToken));
    }

    private static Func<IServiceProvider, object?[], IReadOnlyList<TKey>, CancellationToken, Task<TResult>> Compile<TKey, TResult>(MethodInfo method)
    {
        var services = Expression.Parameter(typeof(IServiceProvider));
        var made = Expression.Parameter(typeof(object?[]));
        var keys = Expression.Parameter(typeof(IReadOnlyList<TKey>));
        var cancellationToken = Expression.Parameter(typeof(CancellationToken));
        var makers = MethodLoader.MadeParameters(method);
        var arguments = method.GetParameters().Select(parameter =>
            parameter.Position == 0 ? keys
            : parameter.ParameterType == typeof(CancellationToken) ? cancellationToken
            : parameter.ParameterType == typeof(IServiceProvider) ? services
            : makers.IndexOf(parameter) is >= 0 and var index
                ? Expression.Convert(Expression.ArrayIndex(made, Expression.Constant(index)), parameter.ParameterType)
            : ResolverInstance.ServiceExpression(services, parameter));
        return Expression.Lambda<Func<IServiceProvider, object?[], IReadOnlyList<TKey>, CancellationToken, Task<TResult>>>(
            Expression.Call(method, arguments), services, made, keys, cancellationToken).Compile();
    }

    private sealed class MethodDataLoader<TKey, TValue>(
        string name, Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load) : DataLoader<TKey, TValue>
        where TKey : notnull
    {
        internal override string Name => name;

        protected override Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
            IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
            load(keys, cancellationToken);
    }

    private sealed class MethodGroupedDataLoader<TKey, TValue>(
        string name, Func<IReadOnlyList<TKey>, CancellationToken, Task<ILookup<TKey, TValue>>> load) : GroupedDataLoader<TKey, TValue>
        where TKey : notnull
    {
        internal override string Name => name;

        protected override Task<ILookup<TKey, TValue>> LoadGroupsAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
            load(keys, cancellationToken);
    }
}
