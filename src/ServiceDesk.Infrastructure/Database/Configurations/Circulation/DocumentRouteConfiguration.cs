using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Circulation;

internal sealed class DocumentRouteConfiguration : IEntityTypeConfiguration<DocumentRoute>
{
    public void Configure(EntityTypeBuilder<DocumentRoute> builder)
    {
        builder.ToTable("DocumentRoutes");
        builder.Property(x => x.Note).HasMaxLength(Document.MaxReason);
        builder.Property(x => x.Reason).HasMaxLength(Document.MaxReason);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.Property(x => x.Fingerprint).HasMaxLength(64);
        builder.Ignore(x => x.Waiting);
        builder.HasOne<Document>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Steps).WithOne().HasForeignKey(s => s.RouteId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Answers).WithOne().HasForeignKey(a => a.RouteId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.ById, x.State });
    }
}

internal sealed class RouteStepConfiguration : IEntityTypeConfiguration<RouteStep>
{
    public void Configure(EntityTypeBuilder<RouteStep> builder)
    {
        builder.ToTable("DocumentRouteSteps");
        // SQL Server knows one way of deleting at a time; the route is it.
        builder.HasOne<Document>().WithMany(d => d.RouteSteps).HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.EmployeeId, x.State });
        builder.HasIndex(x => new { x.UnitId, x.State });
        builder.HasIndex(x => new { x.State, x.DueOn });
    }
}

internal sealed class RouteAnswerConfiguration : IEntityTypeConfiguration<RouteAnswer>
{
    public void Configure(EntityTypeBuilder<RouteAnswer> builder)
    {
        builder.ToTable("DocumentRouteAnswers");
        builder.Property(x => x.Remark).HasMaxLength(Document.MaxReason);
        builder.Property(x => x.By).HasMaxLength(200);
    }
}
