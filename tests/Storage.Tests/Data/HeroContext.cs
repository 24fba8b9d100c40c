using System.Collections.Concurrent;
using System.Data.Common;
using GraphQL.Types;
using Guildhall.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;

namespace Guildhall.Storage.Tests.Data;

/// <summary>A row with every kind of column that conditions and orders meet, there and missing.</summary>
internal sealed class Hero
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public string? Title { get; init; }

    public int? Level { get; init; }

    public long Gold { get; init; }

    public double? Score { get; init; }

    public bool Online { get; init; }

    public bool? Verified { get; init; }

    public Guid? Tag { get; init; }

    public Rank Rank { get; init; }

    public Rank? Former { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public int? GuildId { get; init; }

    public HeroGuild? Guild { get; set; }

    public ICollection<Item> Items { get; init; } = [];

    [Requires(nameof(Name), nameof(Gold))]
    public string Purse => $"{Name}: {Gold}";

    public string Unexplained => $"{Name} {Level}";
}

internal enum Rank
{
    Recruit,
    Member,
    Officer,
}

internal sealed class HeroGuild
{
    public required int Id { get; init; }

    public string? Motto { get; init; }

    [IsProjected]
    public int Size { get; init; }
}

internal sealed class Item
{
    public required int Id { get; init; }

    public int HeroId { get; init; }

    public string? Label { get; init; }

    public int? Power { get; init; }
}

/// <summary>Heroes in a SQLite database in memory, with every statement kept that was sent to it.</summary>
internal sealed class HeroContext : DbContext
{
    // the usual cache holds a thousand shapes; tests beside this one make as many, and what it forgets would be counted again
    private static readonly MemoryCache CompiledQueries = new(new MemoryCacheOptions());

    private readonly SqliteConnection _connection;
    private readonly StatementLog _log;

    private HeroContext(SqliteConnection connection, StatementLog log)
        : base(new DbContextOptionsBuilder<HeroContext>()
            .UseSqlite(connection)
            .AddInterceptors(log)
            .UseMemoryCache(CompiledQueries)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .LogTo((id, _) => id == CoreEventId.QueryCompilationStarting, _ => log.CountCompilation())
            .Options)
    {
        _connection = connection;
        _log = log;
    }

    public DbSet<Hero> Heroes => Set<Hero>();

    /// <summary>Statements since the last call.</summary>
    public IReadOnlyList<string> TakeStatements() => _log.Take();

    /// <summary>Shapes of queries that were not known yet.</summary>
    public int Compilations => _log.Compilations;

    public static HeroContext With(IReadOnlyCollection<Hero> heroes)
    {
        SqliteLibrary.Initialize(SqliteLibraryChoice.Auto);
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var context = new HeroContext(connection, new StatementLog());
        context.Database.EnsureCreated();
        context.AddRange(heroes.Select(hero => hero.Guild).OfType<HeroGuild>().DistinctBy(guild => guild.Id));
        context.AddRange(heroes);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        context.TakeStatements();
        return context;
    }

    public override void Dispose()
    {
        base.Dispose();
        _connection.Dispose();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Hero>(hero =>
        {
            hero.Property(row => row.Id).ValueGeneratedNever();
            hero.HasOne(row => row.Guild).WithMany().HasForeignKey(row => row.GuildId);
            hero.HasMany(row => row.Items).WithOne().HasForeignKey(item => item.HeroId);
        });
        modelBuilder.Entity<HeroGuild>().Property(guild => guild.Id).ValueGeneratedNever();
        modelBuilder.Entity<Item>().Property(item => item.Id).ValueGeneratedNever();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    private sealed class StatementLog : DbCommandInterceptor
    {
        private readonly ConcurrentQueue<string> _statements = [];

        public int Compilations { get; private set; }

        public void CountCompilation() => Compilations++;

        public IReadOnlyList<string> Take()
        {
            var taken = _statements.ToArray();
            _statements.Clear();
            return taken;
        }

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            _statements.Enqueue(command.CommandText);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            _statements.Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
