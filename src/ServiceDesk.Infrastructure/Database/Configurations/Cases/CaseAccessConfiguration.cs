using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Cases;

internal sealed class CaseSubjectConfiguration : IEntityTypeConfiguration<CaseSubject>
{
    public void Configure(EntityTypeBuilder<CaseSubject> builder)
    {
        builder.ToTable("CaseSubjects");
        builder.Property(x => x.Name).HasMaxLength(200);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.CaseId, x.EmployeeId }).IsUnique();
    }
}

internal sealed class CasePassConfiguration : IEntityTypeConfiguration<CasePass>
{
    public void Configure(EntityTypeBuilder<CasePass> builder)
    {
        builder.ToTable("CasePasses");
        builder.Property(x => x.Reason).HasMaxLength(Case.MaxReasonLength);
        builder.Property(x => x.PassedByName).HasMaxLength(200);
        builder.HasIndex(x => x.CaseId);
    }
}

internal sealed class CaseOpeningConfiguration : IEntityTypeConfiguration<CaseOpening>
{
    public void Configure(EntityTypeBuilder<CaseOpening> builder)
    {
        builder.ToTable("CaseOpenings");
        builder.Property(x => x.Reason).HasMaxLength(Case.MaxReasonLength);
        builder.Property(x => x.OpenedByName).HasMaxLength(200);
        builder.HasIndex(x => x.CaseId);
        builder.HasIndex(x => x.OpenedAt);
    }
}
