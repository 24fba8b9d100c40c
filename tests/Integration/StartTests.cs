using Integration.Infrastructure;

namespace Integration;

public sealed class StartTests
{
    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "urls")]
    [InlineData("--urls=http://127.0.0.1:0;http://*:0", "urls")]
    [InlineData("--urls=http://example.org:0", "urls")]
    [InlineData("--urls=http://[::]:0", "urls")]
    [InlineData("--http_ports=8080", "http_ports")]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://0.0.0.0:0", "Kestrel:Endpoints:Web:Url")]
    public async Task Without_a_key_it_does_not_listen_to_the_world(string argument, string key)
    {
        using var data = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(argument, "--Data:Directory", data.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains(key, output);
        Assert.Contains("Authentication:ApiKeys", output);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--Limits:MaxRequestBytes=many", "Limits:MaxRequestBytes")]
    [InlineData("--Limits:MaxUploadBytes=0", "Limits:MaxUploadBytes")]
    [InlineData("--Database:Sqlite:Library=oracle", "Database:Sqlite:Library")]
    [InlineData("--Authentication:ApiKeys:0:Key=0123456789abcdef", "Authentication:ApiKeys:0:Name")]
    [InlineData("--Authentication:ApiKeys:0:Name=bot", "Authentication:ApiKeys:0")]
    [InlineData("--Authentication:ApiKeys:0:Name=bot --Authentication:ApiKeys:0:Key=short", "Authentication:ApiKeys:0:Key")]
    [InlineData("--Authentication:ApiKeys:0:Name=bot --Authentication:ApiKeys:0:KeyHash=xyz", "Authentication:ApiKeys:0:KeyHash")]
    [InlineData("--Authentication:ApiKeys:0:Name=bot --Authentication:ApiKeys:0:Key=0123456789abcdef", "Authentication:ApiKeys:0:Roles")]
    [InlineData("--Authentication:ApiKeys:0:Name=bot --Authentication:ApiKeys:0:Key=0123456789abcdef --Authentication:ApiKeys:0:Roles:0=KING", "Authentication:ApiKeys:0:Roles:0")]
    public async Task Faulty_configuration_is_refused_by_the_name_of_its_key(string arguments, string key)
    {
        using var data = new TemporaryFolder();

        var (exitCode, output) = await HostProcess.RunAsync(["--urls", "http://127.0.0.1:0", "--Data:Directory", data.Path, .. arguments.Split(' ')]);

        Assert.Equal(2, exitCode);
        Assert.Contains(key, output);
        Assert.DoesNotContain("0123456789abcdef", output);
        Assert.Single(output.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_command_that_does_not_exist_does_not_serve()
    {
        var (exitCode, output) = await HostProcess.RunAsync("shcema");

        Assert.Equal(1, exitCode);
        Assert.Contains("'shcema'", output);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_well_and_leaves_its_data()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(data.Path);

        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health/ready"));
        Assert.Equal(0, await host.StopAsync());
        Assert.True(File.Exists(data.File("guildhall.db")));
    }
}
