using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Infrastructure.Database.Configurations.Cases;

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("ImportRuns");
        builder.Property(x => x.Kind).HasDefaultValue(ImportKind.Cases);
        builder.Property(x => x.FileName).HasMaxLength(255);
        builder.Property(x => x.Hash).HasMaxLength(64).IsFixedLength();
        builder.Property(x => x.StartedByName).HasMaxLength(200);
        builder.Property(x => x.Fault).HasMaxLength(100);
        builder.HasIndex(x => x.State);
    }
}

internal sealed class ImportLineConfiguration : IEntityTypeConfiguration<ImportLine>
{
    public void Configure(EntityTypeBuilder<ImportLine> builder)
    {
        builder.ToTable("ImportLines");
        builder.HasKey(x => new { x.RunId, x.Record, x.Remark });
        builder.Property(x => x.Number).HasMaxLength(Case.MaxOldNumberLength);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(x => x.RunId);
    }
}
