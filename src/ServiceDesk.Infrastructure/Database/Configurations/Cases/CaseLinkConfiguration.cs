using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Infrastructure.Database.Configurations.Cases;

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
