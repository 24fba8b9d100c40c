using System.Text;
using System.Text.Json;
using GraphQL.Authorization;
using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;

namespace Guildhall.Storage.Tests.Data;

/// <summary>Heroes behind a schema, so that selections become statements.</summary>
[QueryType]
internal static class HeroQueries
{
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Hero> GetHeroes([Service] HeroContext context) => context.Heroes;

    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Hero> GetProjected([Service] HeroContext context) => context.Heroes;

    [UseOffsetPaging(MaxSkip = 20)]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Hero> GetSegment([Service] HeroContext context) => context.Heroes;

    [UseFirstOrDefault]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Hero> GetFirst([Service] HeroContext context) => context.Heroes;

    [UseSingleOrDefault]
    [UseFiltering]
    public static IQueryable<Hero> GetSingle([Service] HeroContext context) => context.Heroes;

    /// <summary>Makes its own pages, by what the request asks.</summary>
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static async Task<Connection<Hero>> GetOwnPages(
        PagingArguments paging, QueryContext<Hero> query, [Service] HeroContext context, CancellationToken cancellationToken) =>
        await context.Heroes.Where(hero => hero.Id < 100).ToPageAsync(query, paging, cancellationToken);

    public static IReadOnlyList<HeroGuild> GetGuilds([Service] HeroContext context) => [.. context.Set<HeroGuild>().OrderBy(guild => guild.Id)];
}

[ObjectType<Hero>]
internal static class HeroType
{
    /// <summary>Says what it reads.</summary>
    public static string GetBadge([Parent(nameof(Hero.Name), nameof(Hero.Rank))] Hero hero) => $"{hero.Rank} {hero.Name}";

    /// <summary>Does not say what it reads.</summary>
    public static string GetAnything([Parent] Hero hero) => $"{hero.Name} {hero.Gold}";

    /// <summary>Reads nothing, but a policy does.</summary>
    [Authorize("rich", Resource = PolicyResource.Parent)]
    public static int? GetGuarded() => 1;

    /// <summary>Reads nothing.</summary>
    public static int GetAnswer() => 42;
}

[ObjectType<HeroGuild>]
internal static class HeroGuildType
{
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static async Task<Connection<Hero>> GetMembers(
        [Parent(requires: nameof(HeroGuild.Id))] HeroGuild guild, DataLoader<int, Connection<Hero>> membersByGuild, CancellationToken cancellationToken) =>
        await membersByGuild.LoadAsync(guild.Id, cancellationToken) ?? Connection<Hero>.Empty;

    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Hero>> GetRoster(
        [Parent] HeroGuild guild, DataLoader<int, IReadOnlyList<Hero>> rosterOfGuild, CancellationToken cancellationToken) =>
        rosterOfGuild.LoadRequiredAsync(guild.Id, cancellationToken);

    [DataLoader]
    public static async Task<IReadOnlyDictionary<int, Connection<Hero>>> GetMembersByGuildAsync(
        IReadOnlyList<int> guilds, PagingArguments paging, QueryContext<Hero> query, [Service] HeroContext context, CancellationToken cancellationToken) =>
        await context.Heroes.Where(hero => guilds.Contains(hero.GuildId!.Value))
            .ToBatchPageAsync(hero => hero.GuildId!.Value, query, paging, cancellationToken);

    [DataLoader]
    public static Task<ILookup<int, Hero>> GetRosterOfGuildAsync(
        IReadOnlyList<int> guilds, QueryContext<Hero> query, [Service] HeroContext context, CancellationToken cancellationToken)
    {
        var rows = context.Heroes.Where(hero => guilds.Contains(hero.GuildId!.Value)).With(query.Include(hero => hero.GuildId)).ToList();
        return Task.FromResult(rows.ToLookup(static hero => hero.GuildId!.Value));
    }
}

/// <summary>Runs operations on heroes and tells what was sent to the database.</summary>
internal sealed class HeroApi(HeroContext context, DataOptions? options = null) : IServiceProvider
{
    private static readonly RequestExecutor Executor = new(
        new SchemaBuilder().AddType(typeof(HeroQueries)).AddType(typeof(HeroType)).AddType(typeof(HeroGuildType)).Build(),
        new RequestExecutorOptions { Policies = new Riches() });

    public object? GetService(Type serviceType) =>
        serviceType == typeof(HeroContext) ? context : serviceType == typeof(DataOptions) ? options : null;

    public async Task<(JsonElement Response, IReadOnlyList<string> Statements)> RunAsync(string selection)
    {
        context.TakeStatements();
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes($"{{ {selection} }}"), Services = this };
        using var result = await Executor.ExecuteAsync(request, CancellationToken.None);
        return (JsonDocument.Parse(result.ToString()).RootElement, context.TakeStatements());
    }

    /// <summary>Asks about the hero, by a column that the field itself does not need.</summary>
    private sealed class Riches : IPolicyEvaluator
    {
        public bool Exists(string policy) => policy == "rich";

        public ValueTask<bool> IsMetAsync(PolicyCheck check, CancellationToken cancellationToken) => ValueTask.FromResult(((Hero)check.Resource!).Gold > 8);
    }
}
