using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Subscriptions;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;

namespace GraphQL.Tests.Subscriptions;

/// <summary>An executor of subscriptions whose entries belong to owners.</summary>
internal sealed class RowRights
{
    public RowRights(SubscriptionOptions? options = null)
    {
        Hub = new TopicHub(new InMemoryTopicBroker(), options);
        Active = new ActiveSubscriptions(options, () => new ServiceLease(Services, scope: null));
        var schema = Built.Builder(typeof(EntryQueries), typeof(RowSubscriptions))
            .InferServices(static type => type == typeof(EntryLog) || type == typeof(Rights))
            .InferSingletons(static type => type == typeof(EntryLog) || type == typeof(Rights))
            .Build();
        Executor = new RequestExecutor(schema, new RequestExecutorOptions { Subscriptions = Active, OnUnexpectedException = Failures.Enqueue });
    }

    public TopicHub Hub { get; }

    public ActiveSubscriptions Active { get; }

    public RequestExecutor Executor { get; }

    public EntryLog Log { get; } = new();

    public Rights Rights { get; } = new();

    public ConcurrentQueue<GraphQLError> Failures { get; } = [];

    private Services Services => new(Hub, Log, Rights);

    public Follower Follow(string field, string viewer, int? after = null) => new(Executor.StreamAsync(
        new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(after is null ? $"subscription {{ {field} {{ position }} }}" : $"subscription ($after: Int) {{ {field}(after: $after) {{ position }} }}"),
            Variables = JsonDocument.Parse(after is null ? "{}" : $$"""{"after":{{after}}}""").RootElement,
            Services = Services,
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, viewer)], "test")),
            Allows = static kind => kind == OperationType.Subscription,
        },
        CancellationToken.None).GetAsyncEnumerator());

    public static int Position(string response) =>
        int.Parse([.. response.Split("extensions")[0].Where(char.IsAsciiDigit)], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Who sees which entries; may change at any time.</summary>
internal sealed class Rights
{
    private readonly ConcurrentDictionary<string, Func<int, bool>> _rights = new();

    public void Grant(string viewer, Func<int, bool> right) => _rights[viewer] = right;

    public bool Has(string viewer, int position) => _rights.TryGetValue(viewer, out var right) && right(position);
}

internal sealed class EntryVisibility(Rights rights) : IEventVisibility<Entry>
{
    public bool MaySee(ClaimsPrincipal viewer, Entry @event) => rights.Has(viewer.Identity!.Name!, @event.Position);
}

[SubscriptionType]
internal static class RowSubscriptions
{
    [Topic("entry")]
    [VisibleTo<EntryVisibility>]
    public static Entry Entry([EventMessage] Entry entry) => entry;

    [PerViewer]
    [Topic("entry")]
    [VisibleTo<EntryVisibility>]
    public static Entry OwnEntry([EventMessage] Entry entry) => entry;

    [Shared]
    [VisibleTo<EntryVisibility>]
    public static ReplayableStream<Entry> Entries([Position] int? after, EntryLog log) => new EntryStream(log, after ?? log.Head);

    [VisibleTo<EntryVisibility>]
    public static ReplayableStream<Entry> OwnEntries([Position] int? after, EntryLog log) => new EntryStream(log, after ?? log.Head);

    [VisibleTo<EntryVisibility>]
    [Subscribe(With = nameof(Open))]
    public static Entry Made([EventMessage] Entry entry) => entry;

    public static async IAsyncEnumerable<Entry> Open()
    {
        await Task.Yield();
        for (var i = 1; i <= 6; i++)
            yield return new Entry(i);
    }
}
