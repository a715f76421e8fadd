using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Infrastructure.Search;

namespace ServiceDesk.Infrastructure.Database.Configurations.Search;

internal sealed class CaseWordsConfiguration : IEntityTypeConfiguration<CaseWords>
{
    public void Configure(EntityTypeBuilder<CaseWords> builder)
    {
        builder.ToTable("CaseWords");
        builder.HasKey(x => x.CaseId);
        builder.Property(x => x.CaseId).ValueGeneratedNever();
        builder.HasOne<Case>().WithOne().HasForeignKey<CaseWords>(x => x.CaseId);
    }

    /// <summary>The words as PostgreSQL's full text wants them.</summary>
    public static void ForPostgreSql(EntityTypeBuilder<CaseWords> builder)
    {
        builder.Property<NpgsqlTsVector>(PostgreSqlCaseSearch.Vector)
            .HasComputedColumnSql("""array_to_tsvector(string_to_array(btrim("Words"), ' '))""", stored: true);
        builder.HasIndex(PostgreSqlCaseSearch.Vector).HasMethod("GIN");
    }

    /// <summary>Digits in front tell parts apart; they and the letters must be compared as they are.</summary>
    public static void ForSqlServer(EntityTypeBuilder<CaseWords> builder) =>
        builder.Property(x => x.Words).UseCollation("Latin1_General_100_BIN2");
}
