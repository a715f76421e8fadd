using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Infrastructure.Database.Configurations.Protection;

internal sealed class RetentionRuleConfiguration : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.ToTable("RetentionRules");
        builder.Property(x => x.Basis).HasMaxLength(RetentionRule.MaxBasis);
        builder.Property(x => x.FileIndex).HasMaxLength(RetentionRule.MaxIndex);
        builder.Ignore(x => x.Class);
        builder.HasIndex(x => x.Kind).IsUnique();
    }
}

internal sealed class RetentionListConfiguration : IEntityTypeConfiguration<RetentionList>
{
    public void Configure(EntityTypeBuilder<RetentionList> builder)
    {
        builder.ToTable("RetentionLists");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.ApprovedBy).HasMaxLength(200);
        builder.Property(x => x.ActNumber).HasMaxLength(RetentionList.MaxActNumber);
        builder.HasIndex(x => x.Number).IsUnique();
        // One list at a time waits for a person.
        builder.HasIndex(x => x.State).IsUnique().HasFilter("\"State\" = 'Proposed'");
    }
}

internal sealed class RetentionRowConfiguration : IEntityTypeConfiguration<RetentionRow>
{
    public void Configure(EntityTypeBuilder<RetentionRow> builder)
    {
        builder.ToTable("RetentionRows");
        builder.Property(x => x.Label).HasMaxLength(100);
        builder.Property(x => x.Basis).HasMaxLength(RetentionRule.MaxBasis);
        builder.Property(x => x.KeptReason).HasMaxLength(RetentionRow.MaxReason);
        builder.Property(x => x.KeptBy).HasMaxLength(200);
        builder.HasOne<RetentionList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.ListId, x.Kind, x.RecordId }).IsUnique();
        builder.HasIndex(x => new { x.Kind, x.RecordId });
        builder.HasIndex(x => new { x.ListId, x.State, x.Kind, x.Label });
    }
}

internal sealed class LegalHoldConfiguration : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("LegalHolds");
        builder.Property(x => x.Label).HasMaxLength(100);
        builder.Property(x => x.Reason).HasMaxLength(LegalHold.MaxReason);
        builder.Property(x => x.PlacedBy).HasMaxLength(200);
        builder.Property(x => x.LiftedBy).HasMaxLength(200);
        builder.Property(x => x.LiftReason).HasMaxLength(LegalHold.MaxReason);
        // A record is on hold once at a time.
        builder.HasIndex(x => new { x.Kind, x.RecordId }).IsUnique().HasFilter("\"LiftedAt\" IS NULL");
    }
}
