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

    /// <summary>Refused: changes go through the committer, so that they are told to everybody who follows them.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("Only the committer saves.");

    /// <summary>Refused, as <see cref="SaveChanges(bool)"/> is.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Only the committer saves.");

    internal void SaveUnderCommitter() => base.SaveChanges(acceptAllChangesOnSuccess: true);

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
