using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Desk;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(x => x.Subject).HasMaxLength(100);
        builder.PrimitiveCollection(x => x.Arguments).HasMaxLength(2000);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.EmployeeId, x.Kind, x.Subject }).IsUnique();
        builder.HasIndex(x => new { x.EmployeeId, x.ReadAt });
        builder.HasIndex(x => new { x.EmployeeId, x.CreatedAt, x.Id });
    }
}
