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

    /// <summary>
    /// The words as PostgreSQL's full text wants them. Words and vector are long and lie apart, so that the rows a search reads by the
    /// thousand stay some bytes short; and new words go into the index soon, not into a list that every search has to read.
    /// </summary>
    public static void ForPostgreSql(EntityTypeBuilder<CaseWords> builder)
    {
        builder.HasStorageParameter("toast_tuple_target", 128);
        builder.Property<NpgsqlTsVector>(PostgreSqlCaseSearch.Vector)
            .HasComputedColumnSql("""array_to_tsvector(string_to_array(btrim("Words"), ' '))""", stored: true);
        builder.HasIndex(PostgreSqlCaseSearch.Vector).HasMethod("GIN").HasStorageParameter("gin_pending_list_limit", 256);
    }

    /// <summary>Digits in front tell parts apart; they and the letters must be compared as they are.</summary>
    public static void ForSqlServer(EntityTypeBuilder<CaseWords> builder) =>
        builder.Property(x => x.Words).UseCollation("Latin1_General_100_BIN2");
}
