using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Infrastructure.Database.Configurations.Operations;

internal sealed class ChangeRecordConfiguration : IEntityTypeConfiguration<ChangeRecord>
{
    public void Configure(EntityTypeBuilder<ChangeRecord> builder)
    {
        builder.ToTable("Changes");
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.Property(x => x.Key).HasMaxLength(100);
        builder.Property(x => x.Name).HasMaxLength(300);
        builder.Property(x => x.Before).HasMaxLength(-1);
        builder.Property(x => x.After).HasMaxLength(-1);
        builder.Property(x => x.Reason).HasMaxLength(ChangeRecord.LongestReason);
        builder.HasIndex(x => new { x.At, x.Id });
        builder.HasIndex(x => new { x.Thing, x.Key, x.At });
        builder.HasIndex(x => new { x.ByName, x.At });
    }
}
