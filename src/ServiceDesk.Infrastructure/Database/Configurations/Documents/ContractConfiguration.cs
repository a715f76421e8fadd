using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Documents;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("Contracts");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.PartyName).HasMaxLength(300);
        builder.Property(x => x.Total).HasPrecision(18, 2);
        builder.Property(x => x.TerminationReason).HasMaxLength(Document.MaxReason);
        builder.HasOne<Document>().WithOne().HasForeignKey<Contract>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Visas).WithOne().HasForeignKey(v => v.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Obligations).WithOne().HasForeignKey(o => o.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Papers).WithOne().HasForeignKey(p => p.ContractId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => x.EndsOn);
    }
}

internal sealed class ContractVisaConfiguration : IEntityTypeConfiguration<ContractVisa>
{
    public void Configure(EntityTypeBuilder<ContractVisa> builder)
    {
        builder.ToTable("ContractVisas");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Name).HasMaxLength(200);
        builder.Property(x => x.Remark).HasMaxLength(Document.MaxReason);
    }
}

internal sealed class ContractObligationConfiguration : IEntityTypeConfiguration<ContractObligation>
{
    public void Configure(EntityTypeBuilder<ContractObligation> builder)
    {
        builder.ToTable("ContractObligations");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Text).HasMaxLength(ContractObligation.MaxText);
        builder.Property(x => x.DoneBy).HasMaxLength(200);
        builder.HasIndex(x => new { x.DoneOn, x.DueOn });
    }
}

internal sealed class ContractPaperConfiguration : IEntityTypeConfiguration<ContractPaper>
{
    public void Configure(EntityTypeBuilder<ContractPaper> builder)
    {
        builder.ToTable("ContractPapers");
        builder.HasKey(x => x.DocumentId);
        builder.Property(x => x.DocumentId).ValueGeneratedNever();
        // SQL Server knows one way of deleting at a time; the contract is it.
        builder.HasOne<Document>().WithOne().HasForeignKey<ContractPaper>(x => x.DocumentId).OnDelete(DeleteBehavior.NoAction);
    }
}
