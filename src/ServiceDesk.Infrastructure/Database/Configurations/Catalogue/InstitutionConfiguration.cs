using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;

namespace ServiceDesk.Infrastructure.Database.Configurations.Catalogue;

internal sealed class InstitutionConfiguration : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.ToTable("Institutions");
        builder.Property(x => x.Name).HasMaxLength(Case.MaxBodyLength);
        builder.Property(x => x.Email).HasMaxLength(254);
        builder.Property(x => x.EAddress).HasMaxLength(300);
        builder.Property(x => x.Phone).HasMaxLength(40);
        builder.Property(x => x.Note).HasMaxLength(Institution.MaxNoteLength);
    }
}
