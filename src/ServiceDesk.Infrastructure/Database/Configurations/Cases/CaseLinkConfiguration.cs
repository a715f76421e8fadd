using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Cases;

internal sealed class CasePresenceConfiguration : IEntityTypeConfiguration<CasePresence>
{
    public void Configure(EntityTypeBuilder<CasePresence> builder)
    {
        builder.ToTable("CasePresences");
        builder.HasKey(x => new { x.CaseId, x.EmployeeId });
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => x.SeenAt);
    }
}

internal sealed class CaseLinkConfiguration : IEntityTypeConfiguration<CaseLink>
{
    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable("CaseLinks");
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.Property(x => x.Reason).HasMaxLength(CaseLink.MaxReasonLength);
        // Two ways from one table: SQL Server allows no cascade on both, and registered cases are never deleted.
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.ToId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.FromId, x.ToId, x.Kind }).IsUnique();
        builder.HasIndex(x => x.ToId);
    }
}
