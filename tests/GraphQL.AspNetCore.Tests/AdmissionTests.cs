using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class AdmissionTests
{
    [Fact]
    public async Task Whom_the_application_does_not_admit_sees_the_page_alone()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Admit = context =>
            context.Request.Headers.ContainsKey("X-Pass") ? null : new RequestDenial(403, new GraphQLError("No pass.") { Code = "NO_PASS" }));

        var denied = new[]
        {
            await host.Client.PostAsync("""{"query":"mutation { count }"}"""),
            await host.Client.PostAsync("not even JSON"),
            await host.Client.GetAsync("/graphql?query={hello}", Requests.Json),
            await host.Client.GetAsync("/graphql?sdl", accept: null),
            await host.Client.UploadAsync(("operations", "x")),
        };
        var page = await host.Client.GetAsync("/graphql/", "text/html");
        var admitted = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={hello}");
        admitted.Headers.Add("X-Pass", "1");

        Assert.All(denied, answer => Assert.Equal((403, "NO_PASS"), (answer.Status, answer.Code)));
        Assert.Equal(0, host.Schema.Count);
        Assert.Equal(200, page.Status);
        Assert.Equal(200, (await host.Client.AskAsync(admitted)).Status);
    }
}
