using Guildhall.Domain.Encounters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Storage.Model;

// Rows of a derivation carry its number beside their stable id, so that a new derivation is written while the old one is
// read; the filters below show only the one that the log points to, and pointing elsewhere is one update.
internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("User");
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Id).ValueGeneratedNever();
    }
}

internal sealed class CombatLogConfiguration : IEntityTypeConfiguration<CombatLog>
{
    public void Configure(EntityTypeBuilder<CombatLog> builder)
    {
        builder.ToTable("CombatLog");
        builder.HasKey(log => log.Id);
        builder.Property(log => log.Id).ValueGeneratedNever();
        builder.Property(log => log.Generation);
        builder.Property(log => log.LastGeneration);
        builder.Property(log => log.Opening);
        builder.Property(log => log.ReferenceDate);
        builder.Property(log => log.AssumedUtcOffsetMinutes);
        builder.Property(log => log.Deleted);
        builder.HasQueryFilter(log => !log.Deleted);

        builder.HasOne(log => log.Owner).WithMany().HasForeignKey(log => log.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(log => log.Encounters).WithOne(row => row.Log).HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(log => log.Problems).WithOne(row => row.Log).HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(log => log.UnknownEvents).WithOne(row => row.Log).HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(log => new { log.OwnerId, log.Opening });
        builder.HasIndex(log => new { log.OwnerId, log.ImportedAt });
        builder.HasIndex(log => log.ImportedAt);
        builder.HasIndex(log => log.StartedAt);
        builder.HasIndex(log => log.FileName);
        builder.HasIndex(log => log.ContentHash);
    }
}

internal sealed class EncounterConfiguration : IEntityTypeConfiguration<Encounter>
{
    public void Configure(EntityTypeBuilder<Encounter> builder)
    {
        builder.ToTable("Encounter");
        builder.HasKey(row => new { row.Id, row.Generation });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.Property(row => row.Offset);
        builder.Ignore(row => row.Zone);
        builder.HasQueryFilter(row => row.Generation == row.Log!.Generation && !row.Log.Deleted);
        builder.HasDiscriminator(row => row.Kind)
            .HasValue<RaidEncounter>(EncounterKind.Raid)
            .HasValue<MythicPlusRun>(EncounterKind.MythicPlus)
            .HasValue<ArenaMatch>(EncounterKind.Arena)
            .HasValue<OtherEncounter>(EncounterKind.Other);

        builder.HasIndex(row => new { row.LogId, row.Generation, row.StartedAt });
        builder.HasIndex(row => row.StartedAt);
        builder.HasIndex(row => new { row.Kind, row.StartedAt });
        builder.HasIndex(row => row.Name);
        builder.HasIndex(row => row.NormalizedName);
    }
}

internal sealed class RaidEncounterConfiguration : IEntityTypeConfiguration<RaidEncounter>
{
    public void Configure(EntityTypeBuilder<RaidEncounter> builder) =>
        builder.HasIndex(row => new { row.EncounterId, row.Difficulty, row.StartedAt });
}

internal sealed class MythicPlusRunConfiguration : IEntityTypeConfiguration<MythicPlusRun>
{
    public void Configure(EntityTypeBuilder<MythicPlusRun> builder) =>
        builder.HasIndex(row => new { row.ChallengeMapId, row.KeystoneLevel, row.StartedAt });
}

internal sealed class RunAffixConfiguration : IEntityTypeConfiguration<RunAffix>
{
    public void Configure(EntityTypeBuilder<RunAffix> builder)
    {
        // Reached from its run alone, whose filter hides it with the run.
        builder.ToTable("RunAffix");
        builder.HasKey(row => new { row.RunId, row.Generation, row.AffixId });
        builder.Property(row => row.RunId).ValueGeneratedNever();
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.Property(row => row.AffixId).ValueGeneratedNever();
        builder.HasOne<MythicPlusRun>().WithMany(run => run.Affixes).HasForeignKey(row => new { row.RunId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CombatSegmentConfiguration : IEntityTypeConfiguration<CombatSegment>
{
    public void Configure(EntityTypeBuilder<CombatSegment> builder)
    {
        builder.ToTable("CombatSegment");
        builder.HasKey(row => new { row.Id, row.Generation });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.HasQueryFilter(row => row.Generation == row.Log!.Generation && !row.Log.Deleted);
        builder.HasOne(row => row.Log).WithMany().HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Run).WithMany(run => run.Segments).HasForeignKey(row => new { row.RunId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.LogId, row.Generation });
        builder.HasIndex(row => new { row.RunId, row.Generation, row.Index });
    }
}

internal sealed class CharacterStreamConfiguration : IEntityTypeConfiguration<CharacterStream>
{
    public void Configure(EntityTypeBuilder<CharacterStream> builder)
    {
        builder.ToTable("CharacterStream");
        builder.HasKey(row => new { row.Id, row.Generation });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.HasQueryFilter(row => row.Generation == row.Log!.Generation && !row.Log.Deleted);
        builder.HasOne(row => row.Log).WithMany().HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Encounter).WithMany(row => row.Characters)
            .HasForeignKey(row => new { row.EncounterId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Segment).WithMany(row => row.Characters)
            .HasForeignKey(row => new { row.SegmentId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.LogId, row.Generation });
        builder.HasIndex(row => new { row.EncounterId, row.Generation });
        builder.HasIndex(row => new { row.SegmentId, row.Generation });
        builder.HasIndex(row => row.Guid);
        builder.HasIndex(row => row.Name);
        builder.HasIndex(row => row.NormalizedName);
        builder.HasIndex(row => row.Dps);
        builder.HasIndex(row => row.Hps);
    }
}

internal sealed class DeathConfiguration : IEntityTypeConfiguration<Death>
{
    public void Configure(EntityTypeBuilder<Death> builder)
    {
        builder.ToTable("Death");
        builder.HasKey(row => new { row.EncounterId, row.Generation, row.Number });
        builder.Property(row => row.EncounterId).ValueGeneratedNever();
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.HasQueryFilter(row => row.Generation == row.Log!.Generation && !row.Log.Deleted);
        builder.HasOne(row => row.Log).WithMany().HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Encounter).WithMany(row => row.Deaths)
            .HasForeignKey(row => new { row.EncounterId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Segment).WithMany(row => row.Deaths)
            .HasForeignKey(row => new { row.SegmentId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Victim).WithMany(row => row.Deaths)
            .HasForeignKey(row => new { row.VictimId, row.Generation }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.LogId, row.Generation });
        builder.HasIndex(row => new { row.SegmentId, row.Generation });
        builder.HasIndex(row => new { row.VictimId, row.Generation });
    }
}

internal sealed class LineProblemConfiguration : IEntityTypeConfiguration<LineProblem>
{
    public void Configure(EntityTypeBuilder<LineProblem> builder)
    {
        builder.ToTable("LineProblem");
        builder.HasKey(row => new { row.LogId, row.Generation, row.Number });
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.HasQueryFilter(row => row.Generation == row.Log!.Generation && !row.Log.Deleted);
    }
}

internal sealed class UnknownEventConfiguration : IEntityTypeConfiguration<UnknownEvent>
{
    public void Configure(EntityTypeBuilder<UnknownEvent> builder)
    {
        builder.ToTable("UnknownEvent");
        builder.HasKey(row => new { row.LogId, row.Generation, row.Type });
        builder.Property(row => row.Generation).ValueGeneratedNever();
        builder.HasQueryFilter(row => row.Generation == row.Log!.Generation && !row.Log.Deleted);
    }
}

internal sealed class RawBlockConfiguration : IEntityTypeConfiguration<RawBlock>
{
    public void Configure(EntityTypeBuilder<RawBlock> builder)
    {
        builder.ToTable("RawBlock");
        builder.HasKey(row => new { row.LogId, row.Index });
        builder.Property(row => row.Index).ValueGeneratedNever();
        builder.HasOne<CombatLog>().WithMany().HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.LogId, row.FirstLine });
    }
}

internal sealed class ContentChainConfiguration : IEntityTypeConfiguration<ContentChainRow>
{
    public void Configure(EntityTypeBuilder<ContentChainRow> builder)
    {
        builder.ToTable("ContentChain");
        builder.HasKey(row => row.LogId);
        builder.HasOne<CombatLog>().WithOne().HasForeignKey<ContentChainRow>(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("ImportJob");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<CombatLog>().WithMany().HasForeignKey(row => row.LogId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => row.LogId).IsUnique();
        builder.HasIndex(row => row.CreatedAt);
    }
}
