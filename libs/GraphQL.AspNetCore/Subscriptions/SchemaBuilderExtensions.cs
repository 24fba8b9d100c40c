using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore;

/// <summary>Tells a schema about the application's services.</summary>
public static class SchemaBuilderExtensions
{
    /// <summary>
    /// Tells which services are the same for everybody: singletons, besides the accessor of the current HTTP request. See
    /// <see cref="SchemaBuilder.InferSingletons"/>.
    /// </summary>
    /// <param name="builder">The schema's builder.</param>
    /// <param name="services">The application's services.</param>
    public static SchemaBuilder InferSingletons(this SchemaBuilder builder, IServiceCollection services)
    {
        var lifetimes = new Dictionary<Type, ServiceLifetime>();

        // of several registrations the last one is what a resolver gets.
        foreach (var service in services.Where(static item => !item.IsKeyedService))
            lifetimes[service.ServiceType] = service.Lifetime;
        lifetimes.Remove(typeof(IHttpContextAccessor));
        return builder.InferSingletons(type => lifetimes.TryGetValue(type, out var lifetime) && lifetime == ServiceLifetime.Singleton);
    }
}
