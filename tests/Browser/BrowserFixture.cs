using Microsoft.Playwright;

namespace Browser;

/// <summary>A host with data of its own, and a headless Chromium that looks at it.</summary>
public sealed class BrowserFixture : IAsyncLifetime, IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly TemporaryFolder _data = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why there is nothing to look with, or at; null when there is.</summary>
    public static string? Missing { get; } =
        !File.Exists(Chromium) ? $"{Chromium} is not installed"
        : !File.Exists(Path.Combine(Path.GetDirectoryName(Repository.HostAssembly)!, "wwwroot", "ide", "index.html"))
            ? "Banana Cake Pop is not installed: dotnet build src/Api -t:Ide"
            : null;

    public HostProcess Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // Made for skipped tests as well.
        if (Missing is not null)
            return;
        Host = await HostProcess.StartAsync(_data.Path);
        await Host.Client.UploadAsync(
            "mutation ($file: Upload!) { importCombatLog(input: { source: { upload: $file } }) { created } }",
            Path.Combine(Repository.Root, "samples", "raid-night.txt.gz"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>A page without a past.</summary>
    public Task<IPage> OpenAsync() => _browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });

    /// <summary>Keeps what the page looks like in <c>artifacts/</c>.</summary>
    public static Task KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png") });

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (Host is not null)
            await Host.DisposeAsync();
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        _data.Dispose();
    }
}
