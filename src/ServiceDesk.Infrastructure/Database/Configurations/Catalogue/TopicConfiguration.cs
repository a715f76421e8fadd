using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Catalogue;

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("Topics");
        builder.Property(x => x.NameLv).HasMaxLength(120);
        builder.Property(x => x.NameEn).HasMaxLength(120);
        builder.Property(x => x.NameRu).HasMaxLength(120);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
