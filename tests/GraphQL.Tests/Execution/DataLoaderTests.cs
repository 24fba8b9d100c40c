using GraphQL.Execution;
using Xunit;

namespace GraphQL.Tests.Execution;

/// <summary>A resolver may give the loader's own task, for which there is a short cut, or one around it.</summary>
public abstract class DataLoaderTests
{
    private const string Sdl = """
        type Query { people: [Person!]! person(id: Int!): Person }
        type Mutation { touch: Person }
        type Person { id: Int! guild: Guild friends: [Person!] }
        type Guild { name: String leader: Person }
        """;

    private readonly List<string> _batches = [];

    [Fact]
    public async Task Keys_of_a_level_are_loaded_once_each_in_one_wave()
    {
        using var result = await Api().ExecuteAsync("{ people { id guild { name leader { id guild { name } } } } }");
        Assert.Equal(
            """{"data":{"people":[{"id":0,"guild":{"name":"G0","leader":{"id":10,"guild":{"name":"G0"}}}},{"id":1,"guild":{"name":"G1","leader":{"id":11,"guild":{"name":"G1"}}}},{"id":2,"guild":{"name":"G0","leader":{"id":10,"guild":{"name":"G0"}}}},{"id":3,"guild":{"name":"G1","leader":{"id":11,"guild":{"name":"G1"}}}}]}}""",
            result.ToString());
        Assert.Equal(["guilds 0,1", "people 10,11"], _batches);
        Assert.Equal(2, result.LoaderWaves);
    }

    [Fact]
    public async Task Loaders_that_wait_at_the_same_time_go_in_the_same_wave()
    {
        using var result = await Api().ExecuteAsync("{ people { guild { name } friends { id } } person(id: 9) { id } }");
        Assert.Equal(1, result.LoaderWaves);
        Assert.Equal(["friends 0,1,2,3", "guilds 0,1", "people 9"], _batches.Order());
    }

    [Fact]
    public async Task A_chain_of_loads_in_one_resolver_takes_a_wave_per_link_for_all_objects_together()
    {
        var api = Api().WithAsync("Person.guild", async context =>
        {
            var id = (int)((Dictionary<string, object?>)context.Parent!)["id"]!;
            var person = await Loader(context, static batches => new PersonLoader(batches)).LoadAsync(id);
            return await Loader(context, static batches => new GuildLoader(batches)).LoadAsync((int)person!["id"]! % 2);
        });
        using var result = await api.ExecuteAsync("{ people { guild { name } } }");
        Assert.Equal(["people 0,1,2,3", "guilds 0,1"], _batches);
        Assert.Equal(2, result.LoaderWaves);
    }

    [Fact]
    public async Task A_failed_batch_fails_each_field_that_waits_for_it()
    {
        using var result = await Api().ExecuteAsync("{ person(id: -1) { id } people { id } again: person(id: -1) { id } }");
        Assert.Equal(["person", "again"], result.Errors.Select(static error => string.Join('/', error.Path!)));
        Assert.EndsWith("""{"person":null,"people":[{"id":0},{"id":1},{"id":2},{"id":3}],"again":null}}""", result.ToString());
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_and_a_group_without_one_is_empty()
    {
        using var result = await Api().ExecuteAsync("{ person(id: 404) { id } people { friends { id } } }");
        Assert.Equal(
            """{"data":{"person":null,"people":[{"friends":[]},{"friends":[{"id":100}]},{"friends":[{"id":200},{"id":201}]},{"friends":[{"id":300},{"id":301},{"id":302}]}]}}""",
            result.ToString());
    }

    [Fact]
    public async Task A_mutation_makes_loaders_forget_what_was_read_before_it()
    {
        var api = Api().WithAsync("Mutation.touch", async context => await Loader(context, static batches => new PersonLoader(batches)).LoadAsync(5));
        await api.RunAsync("mutation { a: touch { id } b: touch { id } }");
        Assert.Equal(["people 5", "people 5"], _batches);
    }

    [Fact]
    public async Task Large_batches_are_split()
    {
        var api = Api().With("Query.people", static _ => Enumerable.Range(0, 25).Select(static i => Person(i)).ToArray())
            .WithAsync("Person.guild", async context =>
            {
                await Loader(context, static batches => new PersonLoader(batches)).LoadAsync((int)((Dictionary<string, object?>)context.Parent!)["id"]! + 1000);
                return null;
            });
        using var result = await api.ExecuteAsync("{ people { guild { name } } }");
        Assert.Equal(1, result.LoaderWaves);
        Assert.Equal([10, 10, 5], _batches.Select(static batch => batch.Split(',').Length));
    }

    [Fact]
    public async Task A_batch_that_never_ends_is_left_when_the_time_is_up()
    {
        var api = Api();
        api.Options = new RequestExecutorOptions
        {
            ExecutionTimeout = TimeSpan.FromMilliseconds(50), CancellationGracePeriod = TimeSpan.FromHours(1),
        };
        using var result = await api.ExecuteAsync("{ one: person(id: -2) { id } two: person(id: -2) { id } other: person(id: 2) { id } }");
        Assert.Equal(ErrorCodes.Timeout, Assert.Single(result.Errors).Code);
        Assert.True(result.IsDataNull);
    }

    [Fact]
    public async Task A_response_that_grows_too_large_in_the_middle_of_a_batch_ends_the_request()
    {
        var api = Api();
        api.Options = new RequestExecutorOptions { MaxResponseBytes = 20_000, CancellationGracePeriod = TimeSpan.FromHours(1) };
        using var result = await api.ExecuteAsync("{ " + string.Concat(Enumerable.Range(0, 9).Select(static i => $"p{i}: person(id: 2000) {{ friends {{ id }} }} ")) + "}");
        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_loader_works_inside_a_request_only() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PersonLoader(_batches).LoadAsync(1));

    private Api Api() => new Api(Sdl)
        .With("Query.people", static _ => Enumerable.Range(0, 4).Select(static i => Person(i)).ToArray())
        .With("Query.person", Resolver(context => Loader(context, static batches => new PersonLoader(batches)).LoadAsync((int)context.Argument("id")!)))
        .With("Person.guild", Resolver(context => Loader(context, static batches => new GuildLoader(batches)).LoadAsync(Id(context) % 2)))
        .With("Person.friends", Resolver(context => Loader(context, static batches => new FriendsLoader(batches)).LoadAsync(Id(context))))
        .With("Guild.leader", Resolver(context => Loader(context, static batches => new PersonLoader(batches)).LoadAsync(10 + Id(context))));

    private protected abstract FieldResolver Resolver<T>(Func<ResolverContext, Task<T>> load);

    private TLoader Loader<TLoader>(ResolverContext context, Func<List<string>, TLoader> create)
        where TLoader : DataLoader => context.Loader(typeof(TLoader), _ => create(_batches));

    private static int Id(ResolverContext context) => (int)((Dictionary<string, object?>)context.Parent!)["id"]!;

    private static Dictionary<string, object?> Person(int id) => Execution.Api.Object(("id", id));

    private sealed class PersonLoader(List<string> batches) : DataLoader<int, Dictionary<string, object?>>
    {
        public override int MaxBatchSize => 10;

        protected override async Task<IReadOnlyDictionary<int, Dictionary<string, object?>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            batches.Add($"people {string.Join(',', keys.Order())}");
            await Task.Yield();
            if (keys.Contains(-2))
                await Task.Delay(Timeout.Infinite, cancellationToken);
            if (keys.Contains(-1))
                throw new InvalidOperationException();
            return keys.Where(static key => key != 404).ToDictionary(static key => key, Person);
        }
    }

    private sealed class GuildLoader(List<string> batches) : DataLoader<int, Dictionary<string, object?>>
    {
        protected override Task<IReadOnlyDictionary<int, Dictionary<string, object?>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            batches.Add($"guilds {string.Join(',', keys.Order())}");
            return Task.FromResult<IReadOnlyDictionary<int, Dictionary<string, object?>>>(
                keys.ToDictionary(static key => key, static key => Execution.Api.Object(("id", key), ("name", $"G{key}"))));
        }
    }

    private sealed class FriendsLoader(List<string> batches) : GroupedDataLoader<int, Dictionary<string, object?>>
    {
        protected override async Task<ILookup<int, Dictionary<string, object?>>> LoadGroupsAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            batches.Add($"friends {string.Join(',', keys.Order())}");
            await Task.Yield();
            return keys.SelectMany(static key => Enumerable.Range(0, key).Select(i => (key, (100 * key) + i)))
                .ToLookup(static pair => pair.key, static pair => Person(pair.Item2));
        }
    }
}

/// <summary>The loader's own tasks.</summary>
public sealed class DataLoaderTaskTests : DataLoaderTests
{
    private protected override FieldResolver Resolver<T>(Func<ResolverContext, Task<T>> load) =>
        new FieldResolver.Asynchronous(async context => await load(context))
        {
            Begin = context => new ResolverTask(load(context), static task => ((Task<T>)task).GetAwaiter().GetResult()),
        };
}

/// <summary>Tasks around those of the loader.</summary>
public sealed class DataLoaderAwaitTests : DataLoaderTests
{
    private protected override FieldResolver Resolver<T>(Func<ResolverContext, Task<T>> load) =>
        new FieldResolver.Asynchronous(async context => await load(context));
}
