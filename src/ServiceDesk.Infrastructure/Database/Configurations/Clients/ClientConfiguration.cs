using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Clients;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("Clients");
        builder.Property(x => x.Name).HasMaxLength(Client.MaxNameLength);
        builder.Property(x => x.SortKey).HasMaxLength(LatvianOrder.MaxKeyLength).IsUnicode(false);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.Property(x => x.RegistrationNumber).HasMaxLength(11).IsUnicode(false);
        builder.Property(x => x.VatNumber).HasMaxLength(15).IsUnicode(false);
        builder.Property(x => x.LegalForm).HasMaxLength(Client.MaxWordLength);
        builder.Ignore(x => x.Number);
        builder.Property(x => x.RestrictedReason).HasMaxLength(Client.MaxReasonLength);

        builder.HasMany(x => x.Names).WithOne().HasForeignKey(n => n.ClientId);
        builder.HasMany(x => x.Reaches).WithOne().HasForeignKey(r => r.ClientId);
        builder.HasMany(x => x.Addresses).WithOne().HasForeignKey(a => a.ClientId);
        builder.HasMany(x => x.Codes).WithOne().HasForeignKey(c => c.ClientId);
        builder.HasMany(x => x.Representatives).WithOne().HasForeignKey(r => r.ClientId);
        builder.HasMany(x => x.Groups).WithOne().HasForeignKey(g => g.ClientId);
        builder.HasMany(x => x.Notes).WithOne().HasForeignKey(n => n.ClientId);
        builder.HasMany(x => x.History).WithOne().HasForeignKey(e => e.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);

        // The list: cards in use, by the alphabet, paged by key; all of them or those of a kind.
        builder.HasIndex(x => new { x.State, x.SortKey, x.Id });
        builder.HasIndex(x => new { x.State, x.Kind, x.SortKey, x.Id });
        builder.HasIndex(x => x.RegistrationNumber);
        builder.HasIndex(x => x.VatNumber);
        // How they learnt of us, by the month.
        builder.HasIndex(x => new { x.CreatedAt, x.HeardFrom });
    }
}

internal sealed class ClientNameConfiguration : IEntityTypeConfiguration<ClientName>
{
    public void Configure(EntityTypeBuilder<ClientName> builder)
    {
        builder.ToTable("ClientNames");
        builder.Property(x => x.Name).HasMaxLength(Client.MaxNameLength);
        builder.HasIndex(x => x.ClientId);
    }
}

internal sealed class ClientReachConfiguration : IEntityTypeConfiguration<ClientReach>
{
    public void Configure(EntityTypeBuilder<ClientReach> builder)
    {
        builder.ToTable("ClientReaches");
        builder.Property(x => x.Value).HasMaxLength(ReachValue.MaxLength);
        builder.Property(x => x.Written).HasMaxLength(ReachValue.MaxLength);
        builder.Property(x => x.Label).HasMaxLength(Client.MaxWordLength);
        builder.HasIndex(x => new { x.Kind, x.Value });
        builder.HasIndex(x => x.ClientId);
    }
}

internal sealed class ClientAddressConfiguration : IEntityTypeConfiguration<ClientAddress>
{
    public void Configure(EntityTypeBuilder<ClientAddress> builder)
    {
        builder.ToTable("ClientAddresses");
        builder.Property(x => x.Line).HasMaxLength(AddressElements.MaxLineLength);
        builder.Property(x => x.Addressee).HasMaxLength(Client.MaxNameLength);
        builder.ComplexProperty(x => x.Elements, parts =>
        {
            foreach (var part in new[] { nameof(AddressElements.Municipality), nameof(AddressElements.Town), nameof(AddressElements.Parish), nameof(AddressElements.Village), nameof(AddressElements.Street), nameof(AddressElements.House), nameof(AddressElements.HouseName), nameof(AddressElements.Flat), nameof(AddressElements.PostalCode), nameof(AddressElements.Country), nameof(AddressElements.RegisterCode) })
                parts.Property(part).HasMaxLength(AddressElements.MaxPartLength).HasColumnName(part);
            parts.Property(e => e.Free).HasMaxLength(AddressElements.MaxLineLength).HasColumnName(nameof(AddressElements.Free));
            parts.Ignore(e => e.Line);
        });
        builder.HasIndex(x => x.ClientId);
    }
}

internal sealed class ClientCodeConfiguration : IEntityTypeConfiguration<ClientCode>
{
    public void Configure(EntityTypeBuilder<ClientCode> builder)
    {
        builder.ToTable("ClientCodes");
        builder.Property(x => x.Cipher).HasMaxLength(1000).IsUnicode(false);
        builder.Property(x => x.Hash).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(x => x.LastFour).HasMaxLength(4).IsFixedLength().IsUnicode(false);
        builder.Ignore(x => x.IsCurrent);
        builder.HasIndex(x => x.Hash);
        builder.HasIndex(x => x.ClientId);
    }
}

internal sealed class ClientRepresentativeConfiguration : IEntityTypeConfiguration<ClientRepresentative>
{
    public void Configure(EntityTypeBuilder<ClientRepresentative> builder)
    {
        builder.ToTable("ClientRepresentatives");
        builder.Property(x => x.Document).HasMaxLength(Client.MaxReasonLength);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.RepresentativeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.ClientId);
        builder.HasIndex(x => x.RepresentativeId);
    }
}

internal sealed class TargetGroupConfiguration : IEntityTypeConfiguration<TargetGroup>
{
    public void Configure(EntityTypeBuilder<TargetGroup> builder)
    {
        builder.ToTable("TargetGroups");
        builder.Property(x => x.Code).HasMaxLength(40);
        builder.Property(x => x.Name).HasMaxLength(Client.MaxWordLength);
        builder.Property(x => x.NameEn).HasMaxLength(Client.MaxWordLength);
        builder.Property(x => x.NameRu).HasMaxLength(Client.MaxWordLength);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}

internal sealed class ClientGroupConfiguration : IEntityTypeConfiguration<ClientGroup>
{
    public void Configure(EntityTypeBuilder<ClientGroup> builder)
    {
        builder.ToTable("ClientGroups");
        builder.Property(x => x.GroupName).HasMaxLength(Client.MaxWordLength);
        builder.HasOne<TargetGroup>().WithMany().HasForeignKey(x => x.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.ClientId);
        builder.HasIndex(x => new { x.GroupId, x.ClientId });
    }
}

internal sealed class ClientNoteConfiguration : IEntityTypeConfiguration<ClientNote>
{
    public void Configure(EntityTypeBuilder<ClientNote> builder)
    {
        builder.ToTable("ClientNotes");
        builder.Property(x => x.Text).HasMaxLength(ClientNote.MaxLength);
        builder.Property(x => x.AuthorName).HasMaxLength(200);
        builder.HasIndex(x => x.ClientId);
    }
}

internal sealed class ClientEventConfiguration : IEntityTypeConfiguration<ClientEvent>
{
    public void Configure(EntityTypeBuilder<ClientEvent> builder)
    {
        builder.ToTable("ClientEvents");
        builder.Property(x => x.ActorName).HasMaxLength(200);
        builder.Property(x => x.Was).HasMaxLength(ClientEvent.MaxValueLength);
        builder.Property(x => x.Became).HasMaxLength(ClientEvent.MaxValueLength);
        builder.Property(x => x.Reason).HasMaxLength(Client.MaxReasonLength);
        builder.HasIndex(x => new { x.ClientId, x.Ordinal });
    }
}
