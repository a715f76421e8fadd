using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Infrastructure.Database.Configurations.Operations;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(80);
        builder.Property(x => x.Node).HasMaxLength(100);
        builder.Property(x => x.LastResult).HasMaxLength(400);
        builder.Property(x => x.LastError).HasMaxLength(1000);
    }
}
