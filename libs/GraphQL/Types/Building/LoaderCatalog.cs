using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>The data loaders that are methods, by what they load.</summary>
internal sealed class LoaderCatalog
{
    private readonly List<(MethodInfo Method, string Name, Type Loader, Func<ResolverContext, DataLoader> Get)> _loaders = [];

    /// <summary>Of these methods; problems are told by <paramref name="report"/>.</summary>
    public LoaderCatalog(IEnumerable<MethodInfo> methods, Action<string> report)
    {
        foreach (var method in methods)
        {
            if (Create(method) is { } loader)
                _loaders.Add((method, NamingConventions.Field(method), loader.Type, loader.Get));
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

        return FindAll(parameter) is [var only]
            ? only.Get
            : throw new SchemaBuildException($"Parameter {parameter.Name}: no [DataLoader] method, or not exactly one, is a {TypeText.Of(type)}; "
                + $"add one, or name the parameter as the method is without Get and Async.");
    }

    /// <summary>The types that the loader which a parameter wants asks of the request's services.</summary>
    public IEnumerable<Type> ServicesOf(ParameterInfo parameter)
    {
        if (!parameter.ParameterType.IsAbstract)
            return parameter.ParameterType.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Select(static item => item.ParameterType);
        return FindAll(parameter)
            .SelectMany(static loader => loader.Method.GetParameters().Skip(1))
            .Select(static item => item.ParameterType)
            .Where(static type => type != typeof(CancellationToken));
    }

    private List<(MethodInfo Method, string Name, Type Loader, Func<ResolverContext, DataLoader> Get)> FindAll(ParameterInfo parameter)
    {
        var fitting = _loaders.FindAll(loader => loader.Loader == parameter.ParameterType);
        return fitting.Count > 1 ? fitting.FindAll(loader => loader.Name == parameter.Name) : fitting;
    }

    private static (Type Type, Func<ResolverContext, DataLoader> Get)? Create(MethodInfo method)
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
            var loader = (Func<ResolverContext, DataLoader>)typeof(LoaderCatalog).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(arguments)
                .Invoke(null, [method])!;
            var value = definition == typeof(ILookup<,>) ? typeof(IReadOnlyList<>).MakeGenericType(arguments[1]) : arguments[1];
            return (typeof(DataLoader<,>).MakeGenericType(arguments[0], value), loader);
        }

        return null;
    }

    private static DataLoader GetClass<TLoader>(ResolverContext context)
        where TLoader : DataLoader => context.Loader<TLoader>();

    private static Func<ResolverContext, DataLoader> ByKey<TKey, TValue, TResult>(MethodInfo method)
        where TKey : notnull
        where TResult : IReadOnlyDictionary<TKey, TValue>
    {
        var load = Compile<TKey, TResult>(method);
        Func<IServiceProvider, MethodDataLoader<TKey, TValue>> create = services => new MethodDataLoader<TKey, TValue>(
            async (keys, cancellationToken) => await load(services, keys, cancellationToken));
        return context => context.Loader(method, create);
    }

    private static Func<ResolverContext, DataLoader> Grouped<TKey, TValue, TResult>(MethodInfo method)
        where TKey : notnull
        where TResult : ILookup<TKey, TValue>
    {
        var load = Compile<TKey, TResult>(method);
        Func<IServiceProvider, MethodGroupedDataLoader<TKey, TValue>> create = services => new MethodGroupedDataLoader<TKey, TValue>(
            async (keys, cancellationToken) => await load(services, keys, cancellationToken));
        return context => context.Loader(method, create);
    }

    private static Func<IServiceProvider, IReadOnlyList<TKey>, CancellationToken, Task<TResult>> Compile<TKey, TResult>(MethodInfo method)
    {
        var services = Expression.Parameter(typeof(IServiceProvider));
        var keys = Expression.Parameter(typeof(IReadOnlyList<TKey>));
        var cancellationToken = Expression.Parameter(typeof(CancellationToken));
        var arguments = method.GetParameters().Select(parameter =>
            parameter.Position == 0 ? keys
            : parameter.ParameterType == typeof(CancellationToken) ? cancellationToken
            : parameter.ParameterType == typeof(IServiceProvider) ? services
            : ResolverInstance.ServiceExpression(services, parameter));
        return Expression.Lambda<Func<IServiceProvider, IReadOnlyList<TKey>, CancellationToken, Task<TResult>>>(
            Expression.Call(method, arguments), services, keys, cancellationToken).Compile();
    }

    private sealed class MethodDataLoader<TKey, TValue>(
        Func<IReadOnlyList<TKey>, CancellationToken, Task<IReadOnlyDictionary<TKey, TValue>>> load) : DataLoader<TKey, TValue>
        where TKey : notnull
    {
        protected override Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
            IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
            load(keys, cancellationToken);
    }

    private sealed class MethodGroupedDataLoader<TKey, TValue>(
        Func<IReadOnlyList<TKey>, CancellationToken, Task<ILookup<TKey, TValue>>> load) : GroupedDataLoader<TKey, TValue>
        where TKey : notnull
    {
        protected override Task<ILookup<TKey, TValue>> LoadGroupsAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
            load(keys, cancellationToken);
    }
}
