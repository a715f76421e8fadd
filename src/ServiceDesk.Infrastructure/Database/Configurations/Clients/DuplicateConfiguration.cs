using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Clients.Duplicates;

namespace ServiceDesk.Infrastructure.Database.Configurations.Clients;

internal sealed class ClientDuplicateConfiguration : IEntityTypeConfiguration<ClientDuplicate>
{
    public void Configure(EntityTypeBuilder<ClientDuplicate> builder)
    {
        builder.ToTable("ClientDuplicates");
        builder.Property(x => x.Reasons).HasMaxLength(300);
        builder.Property(x => x.DecidedByName).HasMaxLength(200);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.SecondId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.FirstId, x.SecondId }).IsUnique();
        builder.HasIndex(x => x.SecondId);
        builder.HasIndex(x => new { x.State, x.Points, x.Id });
    }
}

internal sealed class ClientMergeConfiguration : IEntityTypeConfiguration<ClientMerge>
{
    public void Configure(EntityTypeBuilder<ClientMerge> builder)
    {
        builder.ToTable("ClientMerges");
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.Property(x => x.UndoneByName).HasMaxLength(200);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.SurvivorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.MergedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Changes).WithOne().HasForeignKey(c => c.MergeId);
        builder.HasMany(x => x.Rows).WithOne().HasForeignKey(r => r.MergeId);
        builder.HasMany(x => x.Moves).WithOne().HasForeignKey(m => m.MergeId);
        builder.HasIndex(x => x.SurvivorId);
        builder.HasIndex(x => x.MergedId);
    }
}

internal sealed class MergeChangeConfiguration : IEntityTypeConfiguration<MergeChange>
{
    public void Configure(EntityTypeBuilder<MergeChange> builder)
    {
        builder.ToTable("ClientMergeChanges");
        builder.HasKey(x => new { x.MergeId, x.Field });
        builder.Property(x => x.Was).HasMaxLength(ClientMerge.MaxValueLength);
        builder.Property(x => x.Became).HasMaxLength(ClientMerge.MaxValueLength);
    }
}

internal sealed class MergedRowConfiguration : IEntityTypeConfiguration<MergedRow>
{
    public void Configure(EntityTypeBuilder<MergedRow> builder)
    {
        builder.ToTable("ClientMergeRows");
        builder.HasKey(x => new { x.MergeId, x.Part, x.SourceId });
    }
}

internal sealed class MergeMoveConfiguration : IEntityTypeConfiguration<MergeMove>
{
    public void Configure(EntityTypeBuilder<MergeMove> builder)
    {
        builder.ToTable("ClientMergeMoves");
        builder.HasKey(x => new { x.MergeId, x.Thing, x.ThingId });
    }
}

internal sealed class CompanyCheckConfiguration : IEntityTypeConfiguration<CompanyCheck>
{
    public void Configure(EntityTypeBuilder<CompanyCheck> builder)
    {
        builder.ToTable("CompanyChecks");
        builder.Property(x => x.Code).HasMaxLength(11);
        builder.Property(x => x.ClientName).HasMaxLength(Client.MaxNameLength);
        builder.Property(x => x.Name).HasMaxLength(Company.MaxNameLength);
        builder.Property(x => x.Form).HasMaxLength(CompanyProceeding.MaxTextLength);
        builder.Property(x => x.Address).HasMaxLength(Company.MaxAddressLength);
        builder.Property(x => x.PostalCode).HasMaxLength(8);
        builder.Property(x => x.Warnings).HasMaxLength(200);
        builder.Property(x => x.ByName).HasMaxLength(200);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.ClientId, x.Id });
    }
}
