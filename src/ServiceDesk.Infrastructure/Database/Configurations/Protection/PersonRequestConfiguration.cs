using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Infrastructure.Database.Configurations.Protection;

internal sealed class PersonRequestConfiguration : IEntityTypeConfiguration<PersonRequest>
{
    public void Configure(EntityTypeBuilder<PersonRequest> builder)
    {
        builder.ToTable("PersonRequests");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.PersonName).HasMaxLength(300);
        builder.Property(x => x.PersonEmail).HasMaxLength(254);
        builder.Property(x => x.PersonAddress).HasMaxLength(300);
        builder.Property(x => x.Wish).HasMaxLength(-1);
        builder.Property(x => x.Answer).HasMaxLength(-1);
        builder.Property(x => x.ExtensionReason).HasMaxLength(PersonRequest.LongestNote);
        builder.Property(x => x.IdentityNote).HasMaxLength(PersonRequest.LongestNote);
        builder.HasMany(x => x.Steps).WithOne().HasForeignKey(s => s.RequestId);
        builder.HasMany(x => x.Corrections).WithOne().HasForeignKey(c => c.RequestId);
        builder.HasIndex(x => new { x.RegisterYear, x.Sequence }).IsUnique();
        builder.HasIndex(x => new { x.State, x.DueOn });
        builder.HasIndex(x => x.ClientId);
    }
}

internal sealed class PersonRequestStepConfiguration : IEntityTypeConfiguration<PersonRequestStep>
{
    public void Configure(EntityTypeBuilder<PersonRequestStep> builder)
    {
        builder.ToTable("PersonRequestSteps");
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.Property(x => x.Note).HasMaxLength(PersonRequest.LongestNote);
        builder.HasIndex(x => new { x.RequestId, x.Ordinal });
    }
}

internal sealed class PersonCorrectionConfiguration : IEntityTypeConfiguration<PersonCorrection>
{
    public void Configure(EntityTypeBuilder<PersonCorrection> builder)
    {
        builder.ToTable("PersonCorrections");
        builder.Property(x => x.Was).HasMaxLength(PersonCorrection.MaxValue);
        builder.Property(x => x.Became).HasMaxLength(PersonCorrection.MaxValue);
        builder.Property(x => x.Proof).HasMaxLength(PersonCorrection.MaxProof);
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.HasIndex(x => new { x.RequestId, x.Ordinal });
    }
}
