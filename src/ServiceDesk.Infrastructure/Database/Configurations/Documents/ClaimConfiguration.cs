using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Claims;

namespace ServiceDesk.Infrastructure.Database.Configurations.Documents;

internal sealed class ClaimCourseConfiguration : IEntityTypeConfiguration<ClaimCourse>
{
    public void Configure(EntityTypeBuilder<ClaimCourse> builder)
    {
        builder.ToTable("ClaimCourses");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.PartyName).HasMaxLength(300);
        builder.Property(x => x.Total).HasPrecision(18, 2);
        builder.Property(x => x.Settled).HasPrecision(18, 2);
        builder.Ignore(x => x.IsOpen).Ignore(x => x.Possible);
        builder.HasOne<Document>().WithOne().HasForeignKey<ClaimCourse>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Steps).WithOne().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.State, x.DueOn });
    }
}

internal sealed class ClaimStepConfiguration : IEntityTypeConfiguration<ClaimStep>
{
    public void Configure(EntityTypeBuilder<ClaimStep> builder)
    {
        builder.ToTable("ClaimSteps");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Amount).HasPrecision(18, 2);
        builder.Property(x => x.Number).HasMaxLength(ClaimStep.MaxNumber);
        builder.Property(x => x.Text).HasMaxLength(Document.MaxReason);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.HasIndex(x => new { x.ClaimId, x.Order }).IsUnique();
    }
}
