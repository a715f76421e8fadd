using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Archive;

internal sealed class NomenclatureConfiguration : IEntityTypeConfiguration<Nomenclature>
{
    public void Configure(EntityTypeBuilder<Nomenclature> builder)
    {
        builder.ToTable("Nomenclatures");
        builder.Property(x => x.Agreement).HasMaxLength(Nomenclature.MaxAgreement);
        builder.Property(x => x.BegunBy).HasMaxLength(200);
        builder.Property(x => x.ApprovedBy).HasMaxLength(200);
        builder.HasIndex(x => x.Year).IsUnique();
    }
}

internal sealed class ArchiveFileConfiguration : IEntityTypeConfiguration<ArchiveFile>
{
    public void Configure(EntityTypeBuilder<ArchiveFile> builder)
    {
        builder.ToTable("ArchiveFiles");
        builder.Property(x => x.Index).HasMaxLength(FileSpec.MaxIndex);
        builder.Property(x => x.Title).HasMaxLength(FileSpec.MaxTitle);
        builder.Property(x => x.OtherRule).HasMaxLength(FileSpec.MaxText);
        builder.Property(x => x.Basis).HasMaxLength(FileSpec.MaxText);
        builder.Property(x => x.Remarks).HasMaxLength(FileSpec.MaxText);
        builder.Property(x => x.AddedNote).HasMaxLength(FileSpec.MaxText);
        builder.Property(x => x.AddedBy).HasMaxLength(200);
        builder.Property(x => x.ActNumber).HasMaxLength(60);
        builder.PrimitiveCollection(x => x.Takes).HasMaxLength(2000);
        builder.Ignore(x => x.Class);
        builder.Ignore(x => x.Spec);
        builder.HasOne<Nomenclature>().WithMany().HasForeignKey(x => x.NomenclatureId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.NomenclatureId, x.Index }).IsUnique();
        builder.HasIndex(x => new { x.State, x.KeptThrough });
    }
}

internal sealed class FiledItemConfiguration : IEntityTypeConfiguration<FiledItem>
{
    public void Configure(EntityTypeBuilder<FiledItem> builder)
    {
        builder.ToTable("FiledItems");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.Kind).HasMaxLength(60);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.Property(x => x.LeftBy).HasMaxLength(200);
        builder.Property(x => x.LeftReason).HasMaxLength(FileSpec.MaxText);
        builder.Property(x => x.ActNumber).HasMaxLength(60);
        builder.HasOne<ArchiveFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
        // An item lies in one file at a time.
        builder.HasIndex(x => x.RecordId, "IX_FiledItems_Lying").IsUnique().HasFilter("\"LeftAt\" IS NULL");
        builder.HasIndex(x => x.RecordId, "IX_FiledItems_RecordId");
        builder.HasIndex(x => new { x.FileId, x.DatedOn, x.Id });
    }
}

internal sealed class ArchiveActConfiguration : IEntityTypeConfiguration<ArchiveAct>
{
    public void Configure(EntityTypeBuilder<ArchiveAct> builder)
    {
        builder.ToTable("ArchiveActs");
        builder.Property(x => x.Agreement).HasMaxLength(ArchiveAct.MaxAgreement);
        builder.Property(x => x.MadeBy).HasMaxLength(200);
        builder.Property(x => x.CarriedOutBy).HasMaxLength(200);
        builder.Property(x => x.ManifestSha256).HasMaxLength(64);
        builder.HasOne<Document>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Files).WithOne().HasForeignKey(f => f.ActId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RetentionList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.MadeAt);
    }
}

internal sealed class ArchiveActFileConfiguration : IEntityTypeConfiguration<ArchiveActFile>
{
    public void Configure(EntityTypeBuilder<ArchiveActFile> builder)
    {
        builder.ToTable("ArchiveActFiles");
        builder.HasKey(x => new { x.ActId, x.FileId });
        builder.HasOne<ArchiveFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
