using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage;

/// <summary>The relational model. Reading starts from the methods that take a viewer; writing goes through the committer alone.</summary>
/// <param name="options">Which database, and how.</param>
public sealed partial class GuildhallContext(DbContextOptions<GuildhallContext> options) : DbContext(options)
{
    internal DbSet<User> UserRows => Set<User>();

    internal DbSet<CombatLog> LogRows => Set<CombatLog>();

    internal DbSet<ContentChainRow> ChainRows => Set<ContentChainRow>();

    internal DbSet<RawBlock> BlockRows => Set<RawBlock>();

    internal DbSet<ImportJob> JobRows => Set<ImportJob>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GuildhallContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Instants are INTEGER microseconds: every database compares and orders them alike.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }
}
