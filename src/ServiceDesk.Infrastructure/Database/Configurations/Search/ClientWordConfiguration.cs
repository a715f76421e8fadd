using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Infrastructure.Database.Configurations.Search;

internal sealed class ClientWordConfiguration : IEntityTypeConfiguration<ClientWord>
{
    public void Configure(EntityTypeBuilder<ClientWord> builder)
    {
        builder.ToTable("ClientWords");
        builder.HasKey(x => new { x.ClientId, x.Word, x.Written });
        builder.Property(x => x.Word).HasMaxLength(ClientWord.MaxLength);
        builder.Property(x => x.Written).HasMaxLength(ClientWord.MaxLength);
        builder.Property(x => x.Sort).HasMaxLength(ClientWord.SortLength);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.ClientId).OnDelete(DeleteBehavior.Cascade);
        // Answers a whole look-up in the order wanted: the first ten that begin so are the first ten met.
        builder.HasIndex(x => new { x.Word, x.Sort, x.ClientId });
    }

    /// <summary>Words are compared character by character, as the program folded them.</summary>
    public static void ForPostgreSql(EntityTypeBuilder<ClientWord> builder)
    {
        Collate(builder, "C");
        NpgsqlIndexBuilderExtensions.IncludeProperties(builder.HasIndex(x => new { x.Word, x.Sort, x.ClientId }), x => x.Written);
    }

    /// <inheritdoc cref="ForPostgreSql"/>
    public static void ForSqlServer(EntityTypeBuilder<ClientWord> builder)
    {
        Collate(builder, "Latin1_General_100_BIN2");
        SqlServerIndexBuilderExtensions.IncludeProperties(builder.HasIndex(x => new { x.Word, x.Sort, x.ClientId }), x => x.Written);
    }

    private static void Collate(EntityTypeBuilder<ClientWord> builder, string collation)
    {
        builder.Property(x => x.Word).UseCollation(collation);
        builder.Property(x => x.Written).UseCollation(collation);
        builder.Property(x => x.Sort).UseCollation(collation);
    }
}
