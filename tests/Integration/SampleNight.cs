using System.Text.Json;
using Guildhall.Domain.Encounters.Generation;
using Integration.Infrastructure;

namespace Integration;

/// <summary>A host that holds the night of <c>samples/</c>, and what its writer knows of it.</summary>
public class SampleNight : HostFixture, IAsyncLifetime
{
    private const string Import = "mutation ($file: Upload!) { importCombatLog(input: { source: { upload: $file } }) { logs { id state } } }";

    public SampleNight()
    {
    }

    protected SampleNight(params string[] arguments)
        : base(arguments)
    {
    }

    public GeneratedTruth Truth { get; private set; } = null!;

    public string LogId { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Truth = CombatLogGenerator.Write(Stream.Null, Samples.RaidNight);
        var data = await Process.Client.UploadAsync(Import, Path.Combine(Repository.Root, "samples", "raid-night.txt.gz"));
        LogId = data.GetProperty("importCombatLog").GetProperty("logs")[0].GetProperty("id").GetString()!;
    }

    public Task<JsonElement> QueryAsync(string query, object? variables = null) => Process.Client.QueryAsync(query, variables);
}
