using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Infrastructure.Database.Configurations.Deadlines;

internal sealed class CalendarProposalConfiguration : IEntityTypeConfiguration<CalendarProposal>
{
    public void Configure(EntityTypeBuilder<CalendarProposal> builder)
    {
        builder.ToTable("CalendarProposals");
        builder.Property(x => x.SourceKey).HasMaxLength(200);
        builder.Property(x => x.SourceName).HasMaxLength(SourceDay.LongestName);
        builder.Property(x => x.SourceSource).HasMaxLength(SourceDay.LongestSource);
        builder.Property(x => x.Name).HasMaxLength(SourceDay.LongestName);
        builder.Property(x => x.Source).HasMaxLength(SourceDay.LongestSource);
        builder.Property(x => x.NewName).HasMaxLength(SourceDay.LongestName);
        builder.Property(x => x.NewSource).HasMaxLength(SourceDay.LongestSource);
        builder.Property(x => x.DecidedBy).HasMaxLength(200);
        builder.Ignore(x => x.Before);
        builder.Ignore(x => x.Now);
        // One row per event of the source is what makes a second reading safe.
        builder.HasIndex(x => x.SourceKey).IsUnique();
        builder.HasIndex(x => new { x.State, x.On });
    }
}

internal sealed class CalendarReadingConfiguration : IEntityTypeConfiguration<CalendarReading>
{
    public void Configure(EntityTypeBuilder<CalendarReading> builder)
    {
        builder.ToTable("CalendarReadings");
        builder.Property(x => x.FileName).HasMaxLength(255);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.PrimitiveCollection(x => x.Faults).HasMaxLength(-1);
        builder.HasIndex(x => x.At);
    }
}
