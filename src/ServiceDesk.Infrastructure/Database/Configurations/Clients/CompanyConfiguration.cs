using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Infrastructure.Database.Configurations.Clients;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("Companies");
        builder.HasKey(x => x.Code);
        builder.Property(x => x.Code).HasMaxLength(11);
        builder.Property(x => x.Name).HasMaxLength(Company.MaxNameLength);
        builder.Property(x => x.ComparedName).HasMaxLength(Company.MaxNameLength);
        builder.Property(x => x.Form).HasMaxLength(40);
        builder.Property(x => x.FormText).HasMaxLength(CompanyProceeding.MaxTextLength);
        builder.Property(x => x.Address).HasMaxLength(Company.MaxAddressLength);
        builder.Property(x => x.PostalCode).HasMaxLength(8);
        builder.HasIndex(x => x.ComparedName);
    }

    /// <summary>Compared byte by byte, so that the index finds the beginning of a name.</summary>
    public static void ForPostgreSql(EntityTypeBuilder<Company> builder) => builder.Property(x => x.ComparedName).UseCollation("C");

    /// <inheritdoc cref="ForPostgreSql"/>
    public static void ForSqlServer(EntityTypeBuilder<Company> builder) => builder.Property(x => x.ComparedName).UseCollation("Latin1_General_100_BIN2");
}

internal sealed class CompanyProceedingConfiguration : IEntityTypeConfiguration<CompanyProceeding>
{
    public void Configure(EntityTypeBuilder<CompanyProceeding> builder)
    {
        builder.ToTable("CompanyProceedings");
        builder.Property(x => x.Code).HasMaxLength(11);
        builder.Property(x => x.Text).HasMaxLength(CompanyProceeding.MaxTextLength);
        builder.HasIndex(x => x.Code);
    }
}

internal sealed class CompanyImportConfiguration : IEntityTypeConfiguration<CompanyImport>
{
    public void Configure(EntityTypeBuilder<CompanyImport> builder)
    {
        builder.ToTable("CompanyImports");
        builder.Property(x => x.FileName).HasMaxLength(255);
        builder.Property(x => x.Hash).HasMaxLength(64).IsFixedLength();
        builder.Property(x => x.StartedByName).HasMaxLength(200);
        builder.Property(x => x.Fault).HasMaxLength(100);
        builder.HasIndex(x => x.State);
    }
}

internal sealed class CompanyImportLineConfiguration : IEntityTypeConfiguration<CompanyImportLine>
{
    public void Configure(EntityTypeBuilder<CompanyImportLine> builder)
    {
        builder.ToTable("CompanyImportLines");
        builder.HasKey(x => new { x.ImportId, x.Record, x.Remark });
        builder.Property(x => x.Number).HasMaxLength(CompanyImportLine.MaxNumberLength);
        builder.HasOne<CompanyImport>().WithMany().HasForeignKey(x => x.ImportId);
    }
}
