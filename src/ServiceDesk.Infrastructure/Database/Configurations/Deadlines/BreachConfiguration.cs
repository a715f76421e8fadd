using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Deadlines;

internal sealed class BreachConfiguration : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.ToTable("Breaches");
        builder.Property(x => x.RuleId).HasMaxLength(60);
        builder.Property(x => x.Clause).HasMaxLength(60);
        builder.Property(x => x.Explanation).HasMaxLength(2000);
        builder.Property(x => x.Remark).HasMaxLength(2000);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId);
        builder.HasOne<Clock>().WithOne().HasForeignKey<Breach>(x => x.ClockId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        // One breach per clock is what makes detection safe to repeat.
        builder.HasIndex(x => x.ClockId).IsUnique();
        builder.HasIndex(x => new { x.BreachedOn, x.UnitId });
        builder.HasIndex(x => new { x.State, x.UnitId });
    }
}
