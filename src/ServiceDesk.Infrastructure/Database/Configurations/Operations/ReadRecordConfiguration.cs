using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Infrastructure.Database.Configurations.Operations;

internal sealed class ReadRecordConfiguration : IEntityTypeConfiguration<ReadRecord>
{
    public void Configure(EntityTypeBuilder<ReadRecord> builder)
    {
        builder.ToTable("Reads");
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.Property(x => x.Key).HasMaxLength(ReadRecord.LongestKey);
        builder.Property(x => x.Label).HasMaxLength(ReadRecord.LongestLabel);
        builder.Property(x => x.Reason).HasMaxLength(ReadRecord.LongestReason);
        builder.HasIndex(x => new { x.At, x.Id });
        builder.HasIndex(x => new { x.Thing, x.Key, x.LastAt });
        builder.HasIndex(x => new { x.ById, x.At });
        builder.HasIndex(x => new { x.ClientId, x.At });
    }
}
