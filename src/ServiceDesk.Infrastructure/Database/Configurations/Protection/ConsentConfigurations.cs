using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Infrastructure.Database.Configurations.Protection;

internal sealed class ConsentPurposeConfiguration : IEntityTypeConfiguration<ConsentPurpose>
{
    public void Configure(EntityTypeBuilder<ConsentPurpose> builder)
    {
        builder.ToTable("ConsentPurposes");
        builder.Property(x => x.NameLv).HasMaxLength(ConsentPurpose.MaxName);
        builder.Property(x => x.NameEn).HasMaxLength(ConsentPurpose.MaxName);
        builder.Property(x => x.NameRu).HasMaxLength(ConsentPurpose.MaxName);
        builder.HasMany(x => x.Texts).WithOne().HasForeignKey(t => t.PurposeId);
    }
}

internal sealed class ConsentTextConfiguration : IEntityTypeConfiguration<ConsentText>
{
    public void Configure(EntityTypeBuilder<ConsentText> builder)
    {
        builder.ToTable("ConsentTexts");
        builder.Property(x => x.TextLv).HasMaxLength(ConsentPurpose.MaxText);
        builder.Property(x => x.TextEn).HasMaxLength(ConsentPurpose.MaxText);
        builder.Property(x => x.TextRu).HasMaxLength(ConsentPurpose.MaxText);
        builder.Property(x => x.WrittenBy).HasMaxLength(200);
        builder.HasIndex(x => new { x.PurposeId, x.Number }).IsUnique();
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.Property(x => x.Email).HasMaxLength(254);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.Property(x => x.ConfirmKey).HasMaxLength(64);
        builder.Property(x => x.WithdrawKey).HasMaxLength(64);
        builder.HasOne<ConsentPurpose>().WithMany().HasForeignKey(x => x.PurposeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ConsentText>().WithMany().HasForeignKey(x => x.TextId).OnDelete(DeleteBehavior.Restrict);
        // One living consent for each purpose and address; what was withdrawn stays beside it as proof.
        builder.HasIndex(x => new { x.PurposeId, x.Email }).IsUnique().HasFilter("\"State\" IN ('Requested', 'Active')");
        builder.HasIndex(x => new { x.Email, x.State });
        builder.HasIndex(x => x.ConfirmKey);
        builder.HasIndex(x => x.WithdrawKey);
        builder.HasIndex(x => new { x.PurposeId, x.State, x.EndedOn });
    }
}
