using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQL.AspNetCore.Tests.Infrastructure;
using GraphQL.Diagnostics;
using GraphQL.Execution;
using Prerequisites;

namespace GraphQL.AspNetCore.Tests.Diagnostics;

/// <summary>What the server measures, and that its page tells all of it.</summary>
public sealed partial class MetricTests
{
    [Fact]
    public async Task The_table_of_instruments_is_what_there_is()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var meters = new HostMeters(host);
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "graphql", "observability.md"));
        var told = Row().Matches(page).Select(static row => $"{row.Groups["name"].Value} {row.Groups["kind"].Value} {row.Groups["unit"].Value}");
        Assert.Equal(told.Order(), meters.Instruments.Select(static instrument => $"{instrument.Name} {KindOf(instrument)} {instrument.Unit}").Order());
        Assert.All(meters.Instruments, static instrument => Assert.NotEmpty(instrument.Description!));
    }

    [Fact]
    public async Task Every_tag_and_every_code_word_of_an_outcome_is_told()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "graphql", "observability.md"));
        var tags = typeof(GraphQLTelemetry).Assembly.GetType("GraphQL.Diagnostics.TelemetryTags", throwOnError: true)!.GetFields();
        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.Contains($"`{tag.GetValue(null)}`", page, StringComparison.Ordinal));
        Assert.All(
            Enum.GetNames<ExecutionOutcome>().Where(static name => name is not (nameof(ExecutionOutcome.Overloaded) or nameof(ExecutionOutcome.DocumentRefused))),
            name => Assert.Contains($"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(name)}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_that_never_reach_the_executor_are_counted_by_their_code()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.MaxRequestBytes = 500);
        using var meters = new HostMeters(host);
        await host.Client.PostAsync("{");
        await host.Client.PostAsync($$"""{"query":"{{new string(' ', 600)}}"}""");
        await host.Client.PostAsync("""{"documentId":"none"}""");
        await host.Client.PostAsync("""{"query":"{ nothing }"}""");
        Assert.Equal(1, meters.Sum("graphql.server.request.refused", "error.type=BAD_REQUEST"));
        Assert.Equal(1, meters.Sum("graphql.server.request.refused", "error.type=LIMIT_EXCEEDED"));
        Assert.Equal(1, meters.Sum("graphql.server.request.refused", "error.type=PERSISTED_QUERY_NOT_FOUND"));
        Assert.Equal(1, meters.Sum("graphql.server.errors", "error.type=VALIDATION_FAILED"));
    }

    [Fact]
    public async Task Streams_are_counted_while_they_are_open()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var meters = new HostMeters(host);
        using (await host.Client.OpenAsync("""{"query":"subscription { silence }"}""", StreamRequests.EventStream))
        {
            await GraphQLHost.EventuallyAsync(() => host.Schema.Streams.Open == 1, "the subscription opens");
            Assert.Equal(1, meters.Read("graphql.server.connection.active", "graphql.transport=stream"));
            Assert.Equal(1, meters.Read("graphql.server.subscription.active"));
            Assert.Equal(0, meters.Read("graphql.server.gate.executing"));
        }

        await GraphQLHost.EventuallyAsync(() => meters.Read("graphql.server.connection.active", "graphql.transport=stream") == 0, "the stream is over");
        Assert.Equal(1, meters.Read("graphql.server.connection.opened", "graphql.transport=stream"));
        Assert.Equal(0, meters.Read("graphql.server.subscription.active"));
    }

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Histogram<long> or Histogram<double> => "histogram",
        Counter<long> or ObservableCounter<long> => "counter",
        UpDownCounter<long> or ObservableUpDownCounter<long> or ObservableUpDownCounter<int> => "up-down counter",
        ObservableGauge<int> => "gauge",
        _ => instrument.GetType().Name,
    };

    [GeneratedRegex(@"^\| `(?<name>graphql\.server\.[a-z._]+)` \| (?<kind>[a-z -]+) \| (?<unit>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
