using System.Security.Claims;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Authorization;

public sealed class AuthorizeTests
{
    [Theory]
    [InlineData("{ open }", "", """{"data":{"open":1}}""")]
    [InlineData("{ known }", "", "UNAUTHENTICATED known")]
    [InlineData("{ known }", "ADMIN", """{"data":{"known":1}}""")]
    [InlineData("{ later }", "", "UNAUTHENTICATED later")]
    [InlineData("{ later }", "PLAYER", """{"data":{"later":1}}""")]
    [InlineData("{ adult }", "", "UNAUTHENTICATED adult")]
    [InlineData("{ adult }", "CHILD", "FORBIDDEN adult")]
    [InlineData("{ adult }", "PLAYER", """{"data":{"adult":1}}""")]
    [InlineData("{ both }", "PLAYER", "FORBIDDEN both")]
    [InlineData("{ both }", "PLAYER VIP", """{"data":{"both":1}}""")]
    [InlineData("{ person { name } }", "CHILD", """{"data":{"person":{"name":"ada"}}}""")]
    [InlineData("{ person { name mail } }", "CHILD", "FORBIDDEN person.mail")]
    [InlineData("{ person { secret } }", "CHILD", "FORBIDDEN person.secret")]
    [InlineData("{ whoAmI }", "PLAYER", """{"data":{"whoAmI":"ada"}}""")]
    [InlineData("{ whoAmI }", "", """{"data":{"whoAmI":null}}""")]
    public async Task Who_may_use_a_field_is_asked_before_it_is_resolved(string document, string roles, string expected)
    {
        var executors = Guarded.Executors(
            new Policies(("adult", static check => check.User.Identity is { IsAuthenticated: true } && !check.User.IsInRole("CHILD")), ("vip", static check => check.User.IsInRole("VIP"))), typeof(Queries));
        Queries.Calls = 0;

        var response = await executors.RunAsync(document, roles.Length == 0 ? Guarded.Stranger : Guarded.With(roles.Split(' ')));

        if (expected.StartsWith('{'))
        {
            Assert.Equal(expected, response);
        }
        else
        {
            Assert.Equal(expected, Assert.Single(Guarded.Errors(response)));
            Assert.Equal(0, Queries.Calls);
        }
    }

    [Fact]
    public async Task An_error_names_the_field_and_stands_where_null_goes()
    {
        var executors = Guarded.Executors(new Policies(("adult", static _ => false), ("vip", static _ => true)), typeof(Queries));

        var response = await executors.RunAsync("{ open person { name secret } }", Guarded.With("CHILD"));

        Assert.Equal(
            """{"errors":[{"message":"You may not use \"Person.secret\" here.","locations":[{"line":1,"column":22}],"path":["person","secret"],"extensions":{"code":"FORBIDDEN","coordinate":"Person.secret"}}],"data":{"open":1,"person":null}}""",
            response);
    }

    [Fact]
    public async Task A_refused_mutation_has_no_effect()
    {
        var executors = Guarded.Executors(new Policies(("adult", static _ => false)), typeof(Nothing), typeof(Mutations));
        Mutations.Calls = 0;

        Assert.Equal(["FORBIDDEN erase"], Guarded.Errors(await executors.RunAsync("mutation { erase { boolean } }", Guarded.With("CHILD"))));
        Assert.Equal(0, Mutations.Calls);
    }

    [Fact]
    public async Task A_policy_is_asked_once_per_request_and_object()
    {
        var policies = new Policies(("mine", static check => ((Item)check.Resource!).Number != 2), ("known", static check => check.Resource is null), ("visible", static _ => true));
        var executors = Guarded.Executors(policies, typeof(ItemQueries));

        var response = await executors.RunAsync("{ items { a: first b: second name } }", Guarded.With());

        Assert.Equal(["FORBIDDEN items.1.a", "FORBIDDEN items.1.b"], Guarded.Errors(response).Order());
        Assert.Equal(["known", "mine", "mine", "mine"], policies.Asked.Select(static check => check.Policy).Order());
    }

    [Fact]
    public async Task A_value_that_may_not_be_seen_leaves_null_in_its_place()
    {
        var policies = new Policies(("visible", static check => ((Item)check.Resource!).Number != 2), ("mine", static _ => true), ("known", static _ => true));
        var executors = Guarded.Executors(policies, typeof(ItemQueries));

        var response = await executors.RunAsync("{ visible { first } firm { first } one(number: 2) { first } other: one(number: 3) { first } }", Guarded.With());

        Assert.EndsWith("""data":{"visible":[{"first":1},null,{"first":3}],"firm":null,"one":null,"other":{"first":3}}}""", response);
        Assert.Equal(["FORBIDDEN firm.1", "FORBIDDEN one", "FORBIDDEN visible.1"], Guarded.Errors(response).Order());
    }

    [Fact]
    public async Task Events_that_may_not_be_seen_are_left_out()
    {
        var executors = Guarded.Executors(new Policies(("even", static check => (int)check.Resource! % 2 == 0)), typeof(Nothing), typeof(Subscriptions));

        var responses = await executors.FollowAsync("subscription { numbers }", Guarded.With());
        var refused = await executors.FollowAsync("subscription { secrets }", Guarded.Stranger);

        Assert.Equal(["""{"data":{"numbers":2}}""", """{"data":{"numbers":4}}"""], responses);
        Assert.Equal(["UNAUTHENTICATED secrets"], Guarded.Errors(Assert.Single(refused)));
    }

    [Theory]
    [InlineData("{ open staff }")]
    [InlineData("query A { ...F } fragment F on Query { open staff }")]
    [InlineData("{ open ... @include(if: false) { staff } }")]
    public async Task A_policy_of_validation_refuses_the_request_as_a_whole(string document)
    {
        var policies = new Policies(("staff", static check => check.User.IsInRole("STAFF")));
        var executors = Guarded.Executors(policies, typeof(StaffQueries));

        using var refused = await executors.ExecuteAsync(Guarded.Request(document, Guarded.With()), CancellationToken.None);

        Assert.Equal(ExecutionOutcome.NotAuthorized, refused.Outcome);
        Assert.Equal(["FORBIDDEN"], Guarded.Errors(refused.ToString()));
        Assert.DoesNotContain("\"data\"", refused.ToString());
        Assert.Equal(["UNAUTHENTICATED"], Guarded.Errors(Assert.Single(await executors.FollowAsync(document, Guarded.Stranger))));
        Assert.StartsWith("""{"data":{"open":1""", await executors.RunAsync(document, Guarded.With("STAFF")));
    }

    [Fact]
    public async Task What_a_policy_throws_refuses_the_field_and_tells_nobody_why()
    {
        var executors = Guarded.Executors(
            new Policies(("adult", static _ => throw new InvalidOperationException("the directory is down")), ("vip", static _ => true)), typeof(Queries));

        var response = await executors.RunAsync("{ adult }", Guarded.With());

        Assert.Equal(["INTERNAL_SERVER_ERROR adult"], Guarded.Errors(response));
        Assert.DoesNotContain("directory", response);
    }

    [Fact]
    public void A_policy_that_the_host_does_not_have_is_found_at_start()
    {
        var problems = Assert.Throws<SchemaBuildException>(() => Guarded.Executors(new Policies(("vip", static _ => true)), typeof(Queries))).Problems;

        Assert.Equal(4, problems.Length);
        Assert.All(problems, static problem => Assert.Contains("adult", problem));
        Assert.Throws<SchemaBuildException>(() => new RequestExecutor(Built.Schema(typeof(Queries))));
    }

    [Theory]
    [InlineData(typeof(Contradiction), "take one away")]
    [InlineData(typeof(TooLate), "Resource = Parent")]
    public void What_makes_no_sense_is_refused_at_start(Type queries, string expected) =>
        Assert.Contains(expected, Assert.Single(Built.Problems(queries)));

    [QueryType]
    private static class Queries
    {
        public static int Calls { get; set; }

        public static int Open => 1;

        [Authorize]
        public static int? Known => 1;

        [Authorize]
        public static async Task<int?> GetLaterAsync()
        {
            Calls++;
            await Task.Yield();
            return 1;
        }

        [Authorize("adult")]
        public static int? Adult => 1;

        [Authorize("adult")]
        [Authorize("vip")]
        public static int? GetBoth() => 1;

        public static Person? Person => new();

        public static string? WhoAmI(ClaimsPrincipal user) => user.Identity?.Name;
    }

    [Authorize]
    private sealed class Person
    {
        [AllowAnonymous]
        public string Name => "ada";

        [Authorize("adult")]
        public string? Mail => "ada@example.org";

        [Authorize(Policy = "adult")]
        public string Secret => "secret";
    }

    [QueryType]
    private static class Nothing
    {
        public static int? Zero => 0;
    }

    [MutationType]
    private static class Mutations
    {
        public static int Calls { get; set; }

        [Authorize("adult")]
        public static bool Erase()
        {
            Calls++;
            return true;
        }
    }

    [QueryType]
    private static class ItemQueries
    {
        private static IReadOnlyList<Item> All { get; } = [new(1), new(2), new(3)];

        public static IReadOnlyList<Item> Items() => All;

        [Authorize("visible", ApplyPolicy.AfterResolver)]
        public static IEnumerable<Item?> Visible() => All;

        [Authorize("visible", ApplyPolicy.AfterResolver)]
        public static async Task<IReadOnlyList<Item>?> GetFirmAsync()
        {
            await Task.Yield();
            return All;
        }

        [Authorize("visible", ApplyPolicy.AfterResolver)]
        public static Item? One(int number) => All[number - 1];
    }

    private sealed record Item([property: GraphQLIgnore] int Number)
    {
        [Authorize("mine", Resource = PolicyResource.Parent)]
        public int? First => Number;

        [Authorize("mine", Resource = PolicyResource.Parent)]
        public int? Second => Number;

        [Authorize("known")]
        public string? Name => "item";
    }

    [QueryType]
    private static class StaffQueries
    {
        public static int Open => 1;

        [Authorize("staff", ApplyPolicy.Validation)]
        public static int? Staff => 1;
    }

    [SubscriptionType]
    private static class Subscriptions
    {
        [Authorize("even", ApplyPolicy.AfterResolver)]
        public static async IAsyncEnumerable<int> Numbers()
        {
            await Task.Yield();
            for (var i = 1; i <= 4; i++)
                yield return i;
        }

        [Authorize]
        public static async IAsyncEnumerable<int> Secrets()
        {
            await Task.Yield();
            yield return 1;
        }
    }

    [QueryType]
    private static class Contradiction
    {
        [Authorize]
        [AllowAnonymous]
        public static int Both => 1;
    }

    [QueryType]
    private static class TooLate
    {
        [Authorize("x", ApplyPolicy.AfterResolver, Resource = PolicyResource.Parent)]
        public static int Late => 1;
    }
}
