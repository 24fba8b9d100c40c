using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class PersistedOperationTests
{
    private const string Hello = "{ hello }";
    private const string World = """{"data":{"hello":"world"}}""";
    private const string Other = "{ other: hello }";

    [Fact]
    public async Task A_client_names_a_document_and_sends_it_only_when_it_is_not_known()
    {
        await using var host = await GraphQLHost.StartAsync();

        var unknown = await host.Client.PostAsync(Request(Hash(Hello)), Requests.GraphQLResponse);
        var sent = await host.Client.PostAsync(Request(Hash(Hello), Hello), Requests.GraphQLResponse);
        var known = await host.Client.PostAsync(Request(Hash(Hello).ToUpperInvariant()), Requests.GraphQLResponse);
        var byId = await host.Client.PostAsync($$"""{"documentId":"sha256:{{Hash(Hello)}}"}""");
        var byGet = await host.Client.GetAsync($"/graphql?extensions={Uri.EscapeDataString(Extensions(Hash(Hello)))}", Requests.Json);

        Assert.Equal((400, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound"), (unknown.Status, unknown.Code, unknown.Message));
        Assert.All([sent, known, byId, byGet], answer => Assert.Equal((200, World), (answer.Status, answer.Text)));
    }

    [Theory]
    [InlineData(HttpSpecification.Watershed2023, Requests.Json, 200)]
    [InlineData(HttpSpecification.Watershed2023, Requests.GraphQLResponse, 400)]
    [InlineData(HttpSpecification.Draft2026, Requests.GraphQLResponse, 422)]
    public async Task An_unknown_document_has_the_status_of_a_request_that_cannot_be_executed(HttpSpecification specification, string accept, int status)
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Specification = specification);

        var answer = await host.Client.PostAsync(Request(Hash(Hello)), accept);

        Assert.Equal((status, "PERSISTED_QUERY_NOT_FOUND"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("""{"extensions":{"persistedQuery":{}}}""", "BAD_REQUEST")]
    [InlineData("""{"extensions":{"persistedQuery":7}}""", "BAD_REQUEST")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}}""", "BAD_REQUEST")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}""", "BAD_REQUEST")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":7}}}""", "BAD_REQUEST")]
    [InlineData("""{"extensions":{"persistedQuery":null}}""", "BAD_REQUEST")]
    [InlineData("""{"documentId":""}""", "BAD_REQUEST")]
    [InlineData("""{"documentId":7}""", "BAD_REQUEST")]
    [InlineData("""{"documentId":"unknown"}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("""{"query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}}}""", "PERSISTED_QUERY_MISMATCH")]
    public async Task A_name_that_fits_nothing_is_refused(string body, string code)
    {
        await using var host = await GraphQLHost.StartAsync();

        var answer = await host.Client.PostAsync(body, Requests.GraphQLResponse);

        Assert.Equal((400, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    public async Task What_cannot_be_executed_is_not_remembered(string document)
    {
        await using var host = await GraphQLHost.StartAsync();

        await host.Client.PostAsync(Request(Hash(document), document));
        var again = await host.Client.PostAsync(Request(Hash(document)));

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", again.Code);
    }

    [Fact]
    public async Task Documents_are_forgotten_when_there_are_too_many_but_not_those_in_use()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.PersistedOperations.MaxAutomaticDocuments = 4);
        await host.Client.PostAsync(Request(Hash(Hello), Hello));
        for (var i = 0; i < 40; i++)
        {
            var document = $"{{ a{i}: hello }}";
            await host.Client.PostAsync(Request(Hash(document), document));
            Assert.Equal(World, (await host.Client.PostAsync(Request(Hash(Hello)))).Text);
        }

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Client.PostAsync(Request(Hash("{ a0: hello }")))).Code);
        Assert.Equal(200, (await host.Client.PostAsync(Request(Hash("{ a39: hello }")))).Status);
    }

    [Fact]
    public async Task Documents_are_forgotten_when_they_are_too_long_together()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.PersistedOperations.MaxAutomaticBytes = 1_000);
        foreach (var document in (string[])["{ hello }" + new string(' ', 600), "{ hello }" + new string(' ', 700), "{ hello }" + new string(' ', 2_000)])
            Assert.Equal(World, (await host.Client.PostAsync(Request(Hash(document), document))).Text);

        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Client.PostAsync(Request(Hash("{ hello }" + new string(' ', 600))))).Code);
        Assert.Equal(World, (await host.Client.PostAsync(Request(Hash("{ hello }" + new string(' ', 700))))).Text);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Client.PostAsync(Request(Hash("{ hello }" + new string(' ', 2_000))))).Code);
    }

    [Fact]
    public async Task Switched_off_a_hash_alone_is_not_supported_and_one_beside_a_document_does_no_harm()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.PersistedOperations.Automatic = false);

        var alone = await host.Client.PostAsync(Request(Hash(Hello)));
        var beside = await host.Client.PostAsync(Request(Hash(Hello), Hello));

        Assert.Equal(("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported"), (alone.Code, alone.Message));
        Assert.Equal(World, beside.Text);
    }

    [Fact]
    public async Task Mutations_named_by_get_are_refused_still()
    {
        await using var host = await GraphQLHost.StartAsync();
        const string Mutation = "mutation { count }";
        Assert.Equal(200, (await host.Client.PostAsync(Request(Hash(Mutation), Mutation))).Status);

        var answer = await host.Client.GetAsync($"/graphql?documentId=sha256:{Hash(Mutation)}", Requests.Json);

        Assert.Equal(405, answer.Status);
        Assert.Equal(1, host.Schema.Count);
    }

    [Fact]
    public async Task Trusted_documents_are_found_by_either_name_and_by_an_address_of_their_own()
    {
        using var manifest = new ManifestFolder();
        await using var host = await GraphQLHost.StartAsync(options => options.PersistedOperations.Store = PersistedDocumentManifest.Load(manifest.Path));

        var answers = new[]
        {
            await host.Client.PostAsync("""{"documentId":"relay-id"}"""),
            await host.Client.PostAsync("""{"documentId":"apollo-id"}"""),
            await host.Client.PostAsync("""{"documentId":"from-file","query":null}"""),
            await host.Client.PostAsync($$"""{"documentId":"sha256:{{Hash(Hello)}}"}"""),
            await host.Client.PostAsync(Request(Hash(Hello))),
            await host.Client.GetAsync("/graphql?documentId=relay-id", Requests.Json),
            await host.Client.GetAsync("/graphql/persisted/relay-id", Requests.Json),
            await host.Client.GetAsync($"/graphql/persisted/sha256:{Hash(Hello)}", Requests.Json),
        };

        Assert.All(answers, answer => Assert.Equal((200, World), (answer.Status, answer.Text)));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await host.Client.GetAsync("/graphql/persisted/none", Requests.Json)).Code);
        Assert.Equal(
            """{"data":{"hello":"you"}}""",
            (await host.Client.GetAsync("/graphql/persisted/with-variables?variables={\"n\":\"you\"}", Requests.Json)).Text);
    }

    public static TheoryData<string, string?> OnlyThese => new()
    {
        { """{"query":"{ hello }"}""", "PERSISTED_QUERY_ONLY" },
        { """{"query":"{ __schema { queryType { name } } }"}""", "PERSISTED_QUERY_ONLY" },
        { """{"documentId":"relay-id"}""", null },
        { """{"documentId":"relay-id","query":"{ hello }"}""", null },
        { """{"documentId":"relay-id","query":"{ other: hello }"}""", "PERSISTED_QUERY_MISMATCH" },
        { """{"documentId":"none"}""", "PERSISTED_QUERY_NOT_FOUND" },
        { Request(Hash(Hello)), null },
        { Request(Hash(Other)), "PERSISTED_QUERY_NOT_FOUND" },
        { Request(Hash(Other), Other), "PERSISTED_QUERY_ONLY" },
        { """{"documentId":"none","query":"{ hello }"}""", "PERSISTED_QUERY_ONLY" },
    };

    [Theory]
    [MemberData(nameof(OnlyThese))]
    public async Task Where_only_trusted_documents_run_no_other_does_on_any_transport(string body, string? code)
    {
        using var manifest = new ManifestFolder();
        await using var host = await GraphQLHost.StartAsync(options =>
        {
            options.PersistedOperations.Store = PersistedDocumentManifest.Load(manifest.Path);
            options.PersistedOperations.OnlyPersisted = true;
            options.Batching.Enabled = true;
        });

        var answer = await host.Client.PostAsync(body);
        var batch = await host.Client.PostAsync($"[{body}]");
        using var stream = await host.Client.OpenAsync(body, StreamRequests.EventStream);
        var events = await stream.ReadToEndAsync();
        var message = await SubscribeAsync(host, body);

        Assert.Equal(code is null ? "next" : "error", message.GetProperty("type").GetString());
        Assert.Contains(code ?? World, message.GetProperty("payload").GetRawText());
        Assert.Equal($"[{answer.Text}]", batch.Text);
        Assert.Contains($"data: {answer.Text}\n", events);
        if (code is null)
            Assert.Equal(World, answer.Text);
        else
            Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Whom_the_host_trusts_may_run_any_document()
    {
        using var manifest = new ManifestFolder();
        await using var host = await GraphQLHost.StartAsync(options =>
        {
            options.PersistedOperations.Store = PersistedDocumentManifest.Load(manifest.Path);
            options.PersistedOperations.OnlyPersisted = true;
            options.PersistedOperations.MayRunAnyDocument = context => context.Request.Headers.ContainsKey("X-Developer");
        });
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"{ hello }"}""", Encoding.UTF8, Requests.Json) };
        request.Headers.Add("X-Developer", "1");

        Assert.Equal(World, (await host.Client.AskAsync(request)).Text);
    }

    [Fact]
    public async Task A_store_that_fails_tells_nothing_of_why()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.PersistedOperations.Store = new FailingStore());

        var answer = await host.Client.PostAsync("""{"documentId":"any"}""");

        Assert.Equal("INTERNAL_SERVER_ERROR", answer.Code);
        Assert.DoesNotContain(TestSchema.Secret, answer.Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"a":7}""")]
    [InlineData("""{"format":"apollo-persisted-query-manifest"}""")]
    [InlineData("""{"relay-id":"{ other: hello }"}""")]
    public void A_file_that_is_no_manifest_is_refused_at_start(string text)
    {
        using var manifest = new ManifestFolder();
        File.WriteAllText(Path.Combine(manifest.Path, "z.json"), text);

        var exception = Assert.Throws<InvalidDataException>(() => PersistedDocumentManifest.Load(manifest.Path));

        Assert.Contains("z.json", exception.Message);
    }

    /// <summary>The first answer to an operation by WebSocket.</summary>
    private static async Task<JsonElement> SubscribeAsync(GraphQLHost host, string body)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(host.Endpoint) { Scheme = "ws" }.Uri, patience.Token);
        var buffer = new byte[16_384];
        foreach (var message in (string[])["""{"type":"connection_init"}""", $$"""{"type":"subscribe","id":"1","payload":{{body}}}"""])
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        await socket.ReceiveAsync(buffer, patience.Token);
        var answer = await socket.ReceiveAsync(buffer, patience.Token);
        return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, answer.Count));
    }

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string Extensions(string hash) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

    private static string Request(string hash, string? document = null) =>
        document is null ? $$"""{"extensions":{{Extensions(hash)}}}""" : $$"""{"query":"{{document}}","extensions":{{Extensions(hash)}}}""";

    /// <summary>Documents as the build tools of three clients leave them.</summary>
    private sealed class ManifestFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graphql-manifest-");

        public ManifestFolder()
        {
            File.WriteAllText(
                System.IO.Path.Combine(Path, "relay.json"),
                $$"""{"relay-id":"{ hello }","{{Hash(Hello)}}":"{ hello }","with-variables":"query ($n: String) { hello(name: $n) }"}""");
            File.WriteAllText(
                System.IO.Path.Combine(Path, "apollo.json"),
                """{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"apollo-id","name":"Hello","type":"query","body":"{ hello }"}]}""");
            File.WriteAllText(System.IO.Path.Combine(Path, "from-file.graphql"), Hello);
        }

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }

    private sealed class FailingStore : IPersistedDocumentStore
    {
        public ValueTask<PersistedDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(TestSchema.Secret);
    }
}
