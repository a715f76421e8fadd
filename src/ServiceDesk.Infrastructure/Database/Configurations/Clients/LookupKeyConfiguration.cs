using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Infrastructure.Clients;

namespace ServiceDesk.Infrastructure.Database.Configurations.Clients;

internal sealed class LookupKeyConfiguration : IEntityTypeConfiguration<LookupKey>
{
    public void Configure(EntityTypeBuilder<LookupKey> builder)
    {
        builder.ToTable("LookupKeys");
        builder.HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(40);
        builder.Property(x => x.Protected).HasMaxLength(1000).IsUnicode(false);
    }
}
