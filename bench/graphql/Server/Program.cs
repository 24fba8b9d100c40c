using GraphQL.AspNetCore;
using GraphQL.Types;
using GraphQLBenchmark.Yardstick;

// dotnet GraphQLBenchmark.dll graphql|yardstick --urls http://127.0.0.1:5000
// Serves the benchmark's operations at /graphql: through the library, or written by hand as fast as we know how.
var isYardstick = args is ["yardstick", ..];
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(static options => options.AddServerHeader = false);
if (!isYardstick)
{
    builder.Services.AddGraphQLServer(static services => new SchemaBuilder()
        .AddTypes(typeof(Program).Assembly)
        .InferServices(services.GetRequiredService<IServiceProviderIsService>().IsService)
        .Build())
        .AddInMemorySubscriptions();
}

var application = builder.Build();
application.MapGet("/allocated", static () => GC.GetTotalAllocatedBytes(precise: false));
if (isYardstick)
{
    application.MapPost("/graphql", HttpYardstick.AnswerAsync);
    application.MapGet("/graphql", SocketYardstick.ListenAsync);
}
else
{
    application.MapGraphQL();
}

await application.RunAsync();
