using System.Collections.Immutable;
using System.Security.Claims;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Subscriptions;
using GraphQL.Tests.Subscriptions;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Authorization;

/// <summary>Subscribers who share what roles guard: a view decides about roles, so they are no reason to execute for each.</summary>
public sealed class GuardedSharingTests
{
    private static readonly string[] Roles = ["A", "B", "C"];
    private static readonly string[] Fields = ["one", "two", "three", "four"];

    private readonly TopicHub _hub = new(new InMemoryTopicBroker(), options: null);
    private readonly ActiveSubscriptions _active;

    public GuardedSharingTests() => _active = new ActiveSubscriptions(options: null, () => new ServiceLease(new Services(_hub), scope: null));

    [Theory]
    [InlineData("subscription { news { open } }", "A", "A", 1)]
    [InlineData("subscription { news { open } }", "A", "B", 2)]
    [InlineData("subscription { news { ofA } }", "A", "A", 1)]
    [InlineData("subscription { news { ofA } }", "A", "A X", 1)]
    [InlineData("subscription { news { ofA } }", "A", "A B", 2)]
    [InlineData("subscription { news { signedIn } }", "A", "A", 1)]
    [InlineData("subscription { onlySignedIn { open } }", "A", "A", 1)]
    [InlineData("subscription { onlySignedIn { ofA } }", "A", "A", 1)]
    [InlineData("subscription { news { byPolicy } }", "A", "A", 2)]
    [InlineData("subscription { news { afterwards } }", "A", "A", 2)]
    [InlineData("subscription { news { validated } }", "A", "A", 2)]
    [InlineData("subscription { news { open ...F } } fragment F on Bulletin { byPolicy }", "A", "A", 2)]
    public async Task Roles_and_signing_in_are_no_reason_not_to_share_and_policies_are(string document, string one, string other, int groups)
    {
        var executors = new RequestExecutors(Built.Schema(typeof(Nothing), typeof(Bulletins)), Options());
        var first = Follow(executors, document, Guarded.With(one.Split(' ')));
        var second = Follow(executors, document, Guarded.With(other.Split(' ')));
        Assert.Equal(groups, _active.Groups);
        await _hub.SendAsync("news", new Bulletin(7));

        Assert.Empty(Guarded.Errors(await first.NextAsync()));
        Assert.Empty(Guarded.Errors(await second.NextAsync()));
        await EndAsync(first, second);
    }

    [Theory]
    [InlineData("subscription { news { signedIn } }", "UNAUTHENTICATED news.signedIn")]
    [InlineData("subscription { onlySignedIn { open } }", "UNAUTHENTICATED onlySignedIn")]
    public async Task Who_is_not_signed_in_shares_nothing_with_those_who_are(string document, string expected)
    {
        var executors = new RequestExecutors(Built.Schema(typeof(Nothing), typeof(SignedInBulletins)), Options());
        var stranger = Follow(executors, document, Guarded.Stranger);
        var member = Follow(executors, document, Guarded.With());
        await _hub.SendAsync("news", new Bulletin(7));

        Assert.Equal(expected, Assert.Single(Guarded.Errors(await stranger.NextAsync())));
        Assert.Empty(Guarded.Errors(await member.NextAsync()));
        await EndAsync(stranger, member);
    }

    [Fact]
    public async Task A_shared_execution_knows_of_its_callers_only_that_they_are_signed_in()
    {
        var executors = new RequestExecutors(Built.Schema(typeof(Nothing), typeof(SignedInBulletins)), Options());
        var (first, second) = (Follow(executors, "subscription { nosy }", Guarded.With("A")), Follow(executors, "subscription { nosy }", Guarded.With("A", "X")));
        Assert.Equal(1, _active.Groups);
        await _hub.SendAsync("news", new Bulletin(7));

        Assert.Equal("""{"data":{"nosy":"True 0"}}""", await first.NextAsync());
        Assert.Equal("""{"data":{"nosy":"True 0"}}""", await second.NextAsync());
        await EndAsync(first, second);
    }

    [Fact]
    public async Task A_stream_with_a_history_is_shared_by_those_who_may_follow_it()
    {
        var log = new EntryLog();
        var active = new ActiveSubscriptions(options: null, () => new ServiceLease(new Services(log), scope: null));
        var schema = Built.Builder(typeof(Nothing), typeof(GuardedEntries)).InferServices(static type => type == typeof(EntryLog)).Build();
        var executors = new RequestExecutors(schema, new RequestExecutorOptions { Subscriptions = active });
        log.Append(2);
        var followers = Enumerable.Range(0, 3)
            .Select(_ => Follow(executors, "subscription { entries(after: 0) { position } }", Guarded.With("A"), log)).ToList();
        var stranger = Follow(executors, "subscription { entries(after: 0) { position } }", Guarded.Stranger, log);
        log.Append(1);

        foreach (var follower in followers)
        {
            for (var position = 1; position <= 3; position++)
                Assert.Equal(position, RowRights.Position(await follower.NextAsync()));
        }

        Assert.Equal(["UNAUTHENTICATED entries"], Guarded.Errors(Assert.Single(await stranger.RestAsync())));
        Assert.Equal(1, log.Attached);
        active.Drain();
        foreach (var follower in followers.Append(stranger))
        {
            await follower.RestAsync();
            await follower.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task With_any_rules_sharing_gives_each_what_it_would_get_alone(int seed)
    {
        var random = new Random(seed);
        var (shared, refused) = (0, 0);
        for (var round = 0; round < 25; round++)
        {
            var rules = Fields.Append("news").ToDictionary(static field => field, _ => RandomRules(random));
            var policies = new RolePolicies();
            var together = new RequestExecutors(RandomSchema(rules), Options() with { Policies = policies });
            var alone = new RequestExecutors(RandomSchema(rules), new RequestExecutorOptions { Policies = policies });
            var document = $"subscription {{ news {{ {string.Join(' ', Fields.Where(_ => random.Next(2) == 0).Append("open"))} }} }}";
            var callers = Enumerable.Range(0, 6).Select(_ => random.Next(4) == 0 ? Guarded.Stranger : Guarded.With([.. Roles.Where(_ => random.Next(2) == 0)])).ToList();
            var followers = callers.ConvertAll(caller => Follow(together, document, caller));
            var privates = callers.ConvertAll(caller => Follow(alone, document, caller));
            shared += callers.Count - _active.Groups;
            await _hub.SendAsync("news", new Bulletin(round));
            await _hub.CompleteAsync("news");
            for (var i = 0; i < callers.Count; i++)
            {
                var expected = await privates[i].RestAsync();
                Assert.Equal(expected, await followers[i].RestAsync());
                refused += expected.Any(static response => Guarded.Errors(response).Any()) ? 1 : 0;
                await followers[i].DisposeAsync();
                await privates[i].DisposeAsync();
            }
        }

        Assert.True(shared > 20 && refused > 20, $"{shared} shared, {refused} refused");
    }

    private static Schema RandomSchema(Dictionary<string, ImmutableArray<AuthorizationRule>> rules)
    {
        var schema = Built.Schema(typeof(Nothing), typeof(PlainBulletins));
        foreach (var field in schema.Types.OfType<ComplexType>().SelectMany(static type => type.Fields).Where(field => rules.ContainsKey(field.Name)))
            field.Authorization = rules[field.Name];
        return schema;
    }

    private static ImmutableArray<AuthorizationRule> RandomRules(Random random) => random.Next(5) switch
    {
        0 => [new AuthorizationRule()],
        1 => [new AuthorizationRule { Roles = [Roles[random.Next(3)]] }],
        2 => [new AuthorizationRule { Roles = [Roles[random.Next(3)]] }, new AuthorizationRule()],
        3 when random.Next(2) == 0 => [new AuthorizationRule { Policy = random.Next(2) == 0 ? "p" : "q", Apply = (ApplyPolicy)random.Next(3) }],
        _ => [],
    };

    private RequestExecutorOptions Options() => new()
    {
        Subscriptions = _active,
        Policies = new RolePolicies(),
    };

    private Follower Follow(RequestExecutors executors, string document, ClaimsPrincipal user, params object[] services)
    {
        var request = Guarded.Request(document, user);
        return new Follower(executors.StreamAsync(
            new OperationRequest { Document = request.Document, Variables = request.Variables, Services = new Services([_hub, .. services]), User = user },
            CancellationToken.None).GetAsyncEnumerator());
    }

    private async Task EndAsync(params Follower[] followers)
    {
        _active.Drain();
        foreach (var follower in followers)
        {
            await follower.RestAsync();
            await follower.DisposeAsync();
        }
    }

    /// <summary>Answers at once, so that who follows is attached before anything is sent.</summary>
    private sealed class RolePolicies : IPolicyEvaluator
    {
        public bool Exists(string policy) => true;

        public ValueTask<bool> IsMetAsync(PolicyCheck check, CancellationToken cancellationToken) =>
            ValueTask.FromResult(check.Policy == "yes" || check.User.IsInRole(check.Policy == "p" ? "A" : "B"));
    }

    [QueryType]
    private static class Nothing
    {
        public static int? One => 1;

        [Authorize(Roles = ["A", "B"])]
        public static int? OfAB => 1;

        [Authorize(Roles = ["B"])]
        public static int? OfB => 1;
    }

    internal sealed record Bulletin(int Number)
    {
        public int? Open => Number;

        [Authorize(Roles = ["A"])]
        public int? OfA => Number;

        [Authorize]
        public int? SignedIn() => Number;

        [Authorize("yes")]
        public int? ByPolicy => Number;

        [Authorize("yes", ApplyPolicy.AfterResolver)]
        public int? Afterwards => Number;

        [Authorize("yes", ApplyPolicy.Validation)]
        public int? Validated => Number;
    }

    internal sealed record PlainBulletin(int Number)
    {
        public int? Open => Number;

        public int? One => Number;

        public int? Two() => Number;

        public int? Three => Number;

        public int? Four(int? by) => Number + (by ?? 1);
    }

    [SubscriptionType]
    private static class Bulletins
    {
        [Topic("news")]
        public static Bulletin? News([EventMessage] Bulletin message) => message;

        [Authorize]
        [Topic("news")]
        public static Bulletin? OnlySignedIn([EventMessage] Bulletin message) => message;
    }

    [SubscriptionType]
    private static class SignedInBulletins
    {
        [Topic("news")]
        public static Bulletin? News([EventMessage] Bulletin message) => message;

        [Authorize]
        [Topic("news")]
        public static Bulletin? OnlySignedIn([EventMessage] Bulletin message) => message;

        [Shared]
        [Authorize]
        [Topic("news")]
        public static string? Nosy(ClaimsPrincipal caller, [EventMessage] Bulletin message) => $"{caller.Identity!.IsAuthenticated} {caller.Claims.Count()}";
    }

    [SubscriptionType]
    private static class PlainBulletins
    {
        [Topic("news")]
        public static PlainBulletin? News([EventMessage] Bulletin message) => new(message.Number);
    }

    [SubscriptionType]
    private static class GuardedEntries
    {
        [Shared]
        [Authorize]
        public static ReplayableStream<Entry> Entries([Position] int? after, EntryLog log) => new EntryStream(log, after ?? log.Head);
    }
}
