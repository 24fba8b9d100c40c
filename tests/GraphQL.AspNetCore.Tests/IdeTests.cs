using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

/// <summary>The page for browsers, with made-up files; that the real ones work is tested in a real browser.</summary>
public sealed class IdeTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("graphql-ide-");
    private GraphQLHost _host = null!;

    public async Task InitializeAsync()
    {
        Write("index.html", "<!doctype html><title>The page</title>");
        Write("static/js/main.0123.js", "let x;");
        Write("static/css/styles.css", "a{}");
        Write("manifest.webmanifest", "{}");
        Write("favicon.svg", "<svg/>");
        Write("static/font.woff2", "f");
        Write("service-worker.js", "self");
        Write("LICENSE", "terms");
        Write("../outside.txt", "secret");
        _host = await GraphQLHost.StartAsync(options => options.Ide.Directory = _files.FullName);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _files.Delete(recursive: true);
        File.Delete(Path.Combine(_files.Parent!.FullName, "outside.txt"));
    }

    [Theory]
    [InlineData("/graphql", "/graphql/")]
    [InlineData("/graphql?a=b%26c", "/graphql/?a=b%26c")]
    public async Task A_browser_is_led_to_the_address_with_a_slash(string address, string expected)
    {
        var answer = await _host.Client.GetAsync(address, Browser);

        Assert.Equal(301, answer.Status);
        Assert.Equal(expected, answer.Response.Headers.Location!.OriginalString);
        Assert.True(answer.Response.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task There_it_gets_the_page()
    {
        var answer = await _host.Client.GetAsync("/graphql/", Browser);

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Contains("The page", answer.Text);
        Assert.Contains("default-src 'self'", answer.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(answer.Response.Headers.CacheControl!.NoCache);
    }

    [Theory]
    [InlineData("static/js/main.0123.js", 200, "text/javascript; charset=utf-8")]
    [InlineData("static/css/styles.css", 200, "text/css; charset=utf-8")]
    [InlineData("manifest.webmanifest", 200, "application/manifest+json")]
    [InlineData("favicon.svg", 200, "image/svg+xml")]
    [InlineData("static/font.woff2", 200, "font/woff2")]
    [InlineData("LICENSE", 200, "text/plain; charset=utf-8")]
    [InlineData("service-worker.js", 404, null)]
    [InlineData("nothing.js", 404, null)]
    [InlineData("static", 404, null)]
    [InlineData("..%2foutside.txt", 404, null)]
    [InlineData("static/..%2f..%2foutside.txt", 404, null)]
    [InlineData("%2fetc%2fpasswd", 404, null)]
    public async Task Its_files_are_served_and_no_others(string path, int status, string? contentType)
    {
        var answer = await _host.Client.GetAsync($"/graphql/{path}", "*/*");

        Assert.Equal(status, answer.Status);
        Assert.Equal(contentType, answer.ContentType);
        Assert.DoesNotContain("secret", answer.Text);
    }

    [Fact]
    public async Task Its_configuration_points_here_and_sends_nothing_elsewhere()
    {
        var answer = await _host.Client.GetAsync("/graphql/bcp-config.json", "*/*");

        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.True(answer.Json.GetProperty("useBrowserUrlAsEndpoint").GetBoolean());
        Assert.Equal(".", answer.Json.GetProperty("endpoint").GetString());
        Assert.True(answer.Json.GetProperty("disableTelemetry").GetBoolean());
        Assert.False(answer.Json.TryGetProperty("gaTrackingId", out _));
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("text/html;q=0, */*")]
    public async Task Other_clients_get_answers_at_both_addresses(string accept)
    {
        foreach (var address in (string[])["/graphql?query={hello}", "/graphql/?query={hello}"])
            Assert.Equal("""{"data":{"hello":"world"}}""", (await _host.Client.GetAsync(address, accept)).Text);
    }

    [Fact]
    public async Task Nothing_is_posted_to_a_file()
    {
        var answer = await _host.Client.AskAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql/index.html"));

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task Without_its_files_a_page_says_how_to_get_them()
    {
        await using var host = await GraphQLHost.StartAsync(options =>
        {
            options.Ide.Directory = "/nonexistent";
            options.Ide.InstallCommand = "make <ide>";
        });

        var answer = await host.Client.GetAsync("/graphql/", Browser);

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
        Assert.Contains("make &lt;ide&gt;", answer.Text);
        Assert.Contains($"{host.Endpoint} ", answer.Text);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Ide.Enabled = false);

        Assert.Equal("""{"data":{"hello":"world"}}""", (await host.Client.GetAsync("/graphql?query={hello}", Browser)).Text);
        Assert.Equal(404, (await host.Client.GetAsync("/graphql/bcp-config.json", "*/*")).Status);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_files.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
