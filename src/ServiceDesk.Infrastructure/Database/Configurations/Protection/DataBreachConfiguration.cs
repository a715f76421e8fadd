using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Infrastructure.Database.Configurations.Protection;

internal sealed class DataBreachConfiguration : IEntityTypeConfiguration<DataBreach>
{
    public void Configure(EntityTypeBuilder<DataBreach> builder)
    {
        builder.ToTable("DataBreaches");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.ReportedBy).HasMaxLength(200);
        builder.Property(x => x.RiskReason).HasMaxLength(-1);
        builder.Property(x => x.AuthorityReason).HasMaxLength(-1);
        builder.Property(x => x.AuthorityReference).HasMaxLength(DataBreach.MaxShort);
        builder.Property(x => x.LateReason).HasMaxLength(-1);
        builder.Property(x => x.PersonsReason).HasMaxLength(-1);
        builder.Property(x => x.PersonsNotifiedHow).HasMaxLength(DataBreach.MaxShort);
        builder.Ignore(x => x.IsClockRunning);
        builder.ComplexProperty(x => x.Told, told =>
        {
            told.Property(t => t.What).HasMaxLength(-1);
            told.Property(t => t.PersonCategories).HasMaxLength(-1);
            told.Property(t => t.DataCategories).HasMaxLength(-1);
            told.Property(t => t.Consequences).HasMaxLength(-1);
            told.Property(t => t.Measures).HasMaxLength(-1);
        });
        builder.HasMany(x => x.Events).WithOne().HasForeignKey(e => e.BreachId);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.Token).IsUnique();
        builder.HasIndex(x => new { x.State, x.DueAt });
    }
}

internal sealed class DataBreachEventConfiguration : IEntityTypeConfiguration<DataBreachEvent>
{
    public void Configure(EntityTypeBuilder<DataBreachEvent> builder)
    {
        builder.ToTable("DataBreachEvents");
        builder.Property(x => x.By).HasMaxLength(200);
        builder.Property(x => x.Text).HasMaxLength(-1);
        builder.HasIndex(x => new { x.BreachId, x.At });
    }
}
