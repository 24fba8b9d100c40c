using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>
/// The services of a request. Their scope is made when the first of them is asked for, since many requests need none; and once the request
/// has ended nothing is found any more, for its context may by then be another request's.
/// </summary>
internal sealed class RequestServices(HttpContext context) : IKeyedServiceProvider
{
    // one for all requests, since it is held only while a scope is made, and one each would be larger than what it guards
    private static readonly Lock Opening = new();

    private HttpContext? _context = context;
    private IServiceProvider? _services;

    public object? GetService(Type serviceType) => Services.GetService(serviceType);

    public object? GetKeyedService(Type serviceType, object? serviceKey) => Services.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => Services.GetRequiredKeyedService(serviceType, serviceKey);

    private IServiceProvider Services => Volatile.Read(ref _services) ?? Open();

    /// <summary>Lets go of the request.</summary>
    public void Close()
    {
        lock (Opening)
            _context = null;
    }

    private IServiceProvider Open()
    {
        // resolvers ask from several threads, and the context makes a scope for each that comes too early
        lock (Opening)
        {
            ObjectDisposedException.ThrowIf(_context is null, typeof(IServiceProvider));
            _services ??= _context.RequestServices;
            return _services;
        }
    }
}
