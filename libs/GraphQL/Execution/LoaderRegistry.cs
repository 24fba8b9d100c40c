using System.Reflection;

namespace GraphQL.Execution;

/// <summary>The data loaders of one request; safe for several threads, because resolvers continue on any.</summary>
internal sealed class LoaderRegistry(OperationExecution execution)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<object, DataLoader> _loaders = [];

    // One loader after another is the common order of use: a list's elements all ask for the same.
    private Tuple<object, DataLoader>? _last;

    public TLoader Get<TLoader>(object key, Func<IServiceProvider, TLoader> create)
        where TLoader : DataLoader
    {
        if (Volatile.Read(ref _last) is { } last && last.Item1.Equals(key))
            return (TLoader)last.Item2;
        lock (_lock)
        {
            if (!_loaders.TryGetValue(key, out var loader))
            {
                loader = create(execution.Services);
                loader.Attach(execution.Queue, execution.Observation, execution.Stopped);
                _loaders.Add(key, loader);
            }

            Volatile.Write(ref _last, Tuple.Create(key, loader));
            return (TLoader)loader;
        }
    }

    /// <summary>Makes every loader forget: a mutation may have changed what it loaded.</summary>
    public void ClearAll()
    {
        foreach (var loader in All())
            loader.ClearAll();
    }

    /// <summary>Cancels whoever waits for a loader.</summary>
    public void Abort()
    {
        foreach (var loader in All())
            loader.Abort();
    }

    private DataLoader[] All()
    {
        lock (_lock)
            return [.. _loaders.Values];
    }
}

/// <summary>Makes loaders of a type with what their constructor asks for.</summary>
/// <typeparam name="TLoader">The type.</typeparam>
internal static class LoaderFactory<TLoader>
    where TLoader : DataLoader
{
    private static readonly ConstructorInfo Constructor = typeof(TLoader).GetConstructors().MaxBy(static constructor => constructor.GetParameters().Length)
        ?? throw new InvalidOperationException($"{typeof(TLoader).Name} has no public constructor.");

    private static readonly ParameterInfo[] Parameters = Constructor.GetParameters();

    public static Func<IServiceProvider, TLoader> Create { get; } = static services =>
    {
        var arguments = new object?[Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = services.GetService(Parameters[i].ParameterType) ?? (Parameters[i].HasDefaultValue
                ? Parameters[i].DefaultValue
                : throw new InvalidOperationException($"{typeof(TLoader).Name} asks for a {Parameters[i].ParameterType.Name}, which is no service."));
        }

        return (TLoader)Constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    };
}
