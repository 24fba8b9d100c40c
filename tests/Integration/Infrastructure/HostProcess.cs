using System.Diagnostics;
using System.Text;

namespace Integration.Infrastructure;

/// <summary>The built host as a process of its own, as an operator starts it; a host inside the test would hide what it fails to load.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    /// <summary>Knows the host's address and, in development mode, needs no key.</summary>
    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    /// <summary>Everything it has said so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The most memory it ever held, in bytes, as Linux keeps it.</summary>
    public long PeakMemory =>
        long.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024;

    /// <summary>Starts it on a free port and waits until it listens.</summary>
    /// <param name="dataDirectory">Where it keeps its data.</param>
    /// <param name="arguments">Further configuration.</param>
    public static async Task<HostProcess> StartAsync(string dataDirectory, params string[] arguments)
    {
        var host = Launch(["--urls", "http://127.0.0.1:0", "--Data:Directory", dataDirectory, .. arguments]);
        var address = await host._address.Task.WaitAsync(Patience);
        host.Client = new HttpClient { BaseAddress = address, Timeout = Patience };
        return host;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var host = Launch(arguments);
        // whether it ends or listens is for the test to judge
        await Task.WhenAny(host._process.WaitForExitAsync(), host._address.Task).WaitAsync(Patience);
        if (!host._process.HasExited)
            return (-1, host.Output);
        await host._process.WaitForExitAsync();
        return (host._process.ExitCode, host.Output);
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as systemd and containers do.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static HostProcess Launch(string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Repository.HostAssembly, .. arguments])
            {
                WorkingDirectory = Path.GetTempPath(),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        // what happens to be set where the tests run must not decide what they find
        foreach (var name in process.StartInfo.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            process.StartInfo.Environment.Remove(name);
        var host = new HostProcess(process);
        process.OutputDataReceived += (_, line) => host.Take(line.Data);
        process.ErrorDataReceived += (_, line) => host.Take(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => host._address.TrySetException(new InvalidOperationException($"The host ended:\n{host.Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return host;
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}
