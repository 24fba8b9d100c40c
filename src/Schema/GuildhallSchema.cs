using GraphQL.Data;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Schema;

/// <summary>The whole contract, made of the annotated classes of this assembly.</summary>
public static class GuildhallSchema
{
    /// <summary>Adds what resolvers need besides storage: how their queries are run.</summary>
    public static IServiceCollection AddGuildhallSchema(this IServiceCollection services) =>
        services.AddSingleton<QueryExecution, StorageQueryExecution>();

    /// <summary>Builds it.</summary>
    /// <param name="services">Tells which parameters of resolvers are services.</param>
    /// <exception cref="SchemaBuildException">The classes make no valid schema.</exception>
    public static GraphQL.Types.Schema Build(IServiceProvider services) =>
        new SchemaBuilder()
            .AddTypes(typeof(GuildhallSchema).Assembly)
            .InferServices(services.GetRequiredService<IServiceProviderIsService>().IsService)
            .Build();
}
