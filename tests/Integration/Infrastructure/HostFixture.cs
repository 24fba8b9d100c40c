namespace Integration.Infrastructure;

/// <summary>One host for all tests of a class, with data of its own.</summary>
/// <param name="arguments">Its configuration.</param>
public abstract class HostFixture(params string[] arguments) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();

    public HostProcess Process { get; private set; } = null!;

    public async Task InitializeAsync() => Process = await HostProcess.StartAsync(_data.Path, arguments);

    public async Task DisposeAsync() => await Process.DisposeAsync();

    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }
}
