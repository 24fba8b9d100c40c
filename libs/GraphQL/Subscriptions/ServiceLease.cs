namespace GraphQL.Subscriptions;

/// <summary>Services that somebody holds for a while.</summary>
/// <param name="services">The services.</param>
/// <param name="scope">Disposed at the end of the lease; null when nothing is.</param>
public sealed class ServiceLease(IServiceProvider services, IAsyncDisposable? scope) : IAsyncDisposable
{
    /// <summary>The services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>Services of one execution, leased when the first of them is asked for.</summary>
/// <param name="lease">Leases them.</param>
internal sealed class LazyServices(Func<ServiceLease> lease) : IServiceProvider, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private ServiceLease? _lease;

    public object? GetService(Type serviceType)
    {
        lock (_lock)
            _lease ??= lease();
        return _lease.Services.GetService(serviceType);
    }

    public ValueTask DisposeAsync() => _lease?.DisposeAsync() ?? ValueTask.CompletedTask;
}
