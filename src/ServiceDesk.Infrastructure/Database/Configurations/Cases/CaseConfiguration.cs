using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Cases;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    /// <summary>Both engines read names in double quotation marks.</summary>
    private const string Open = "\"State\" <> 'Closed'";

    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.OldNumber).HasMaxLength(Case.MaxOldNumberLength);
        builder.Property(x => x.AccessKey).HasMaxLength(16);
        builder.Property(x => x.Subject).HasMaxLength(Case.MaxSubjectLength);
        builder.Property(x => x.Place).HasMaxLength(300);
        builder.Property(x => x.NextRuleId).HasMaxLength(60);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.ComplexProperty(x => x.Contact, contact =>
        {
            contact.Property(c => c.Name).HasMaxLength(200);
            contact.Property(c => c.Email).HasMaxLength(254);
            contact.Property(c => c.Phone).HasMaxLength(40);
            contact.Property(c => c.Address).HasMaxLength(300);
            contact.Ignore(c => c.IsAnonymous);
            contact.Ignore(c => c.MaskedEmail);
        });

        builder.Ignore(x => x.IsGuarded);
        builder.Property(x => x.OfferReason).HasMaxLength(Case.MaxReasonLength);
        builder.Property(x => x.ConfidentialReason).HasMaxLength(Case.MaxReasonLength);
        builder.Property(x => x.ForwardedTo).HasMaxLength(Case.MaxBodyLength);
        builder.Property(x => x.IsAboutPerson).HasDefaultValue(false);
        builder.Property(x => x.Gist).HasMaxLength(Case.MaxGistLength);
        builder.Property(x => x.RevealBasis).HasMaxLength(Case.MaxReasonLength);
        builder.HasMany(x => x.Subjects).WithOne().HasForeignKey(s => s.CaseId);
        builder.HasMany(x => x.Passes).WithOne().HasForeignKey(p => p.CaseId);
        builder.HasMany(x => x.Openings).WithOne().HasForeignKey(o => o.CaseId);
        builder.HasMany(x => x.Readers).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.OfferedUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.OfferedToId).OnDelete(DeleteBehavior.Restrict);

        builder.HasMany(x => x.Clocks).WithOne().HasForeignKey(c => c.CaseId);
        builder.HasMany(x => x.Messages).WithOne().HasForeignKey(m => m.CaseId);
        builder.HasMany(x => x.History).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.HasOtherClient).HasDefaultValue(false);
        builder.HasOne<Register>().WithMany().HasForeignKey(x => x.RegisterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Topic>().WithMany().HasForeignKey(x => x.TopicId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Service>().WithMany().HasForeignKey(x => x.ServiceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PrivacyNotice>().WithMany().HasForeignKey(x => x.PrivacyNoticeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.RepresentativeId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(x => new { x.RegisterId, x.RegisterYear, x.Sequence }).IsUnique();
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.OldNumber).IsUnique();
        builder.HasIndex(x => x.SubmissionToken).IsUnique();
        // The work list: open cases, of a unit or a person, the earliest date first, paged by key. Most of a register is closed, and
        // "not closed" begins nowhere in an index: so these hold open cases only.
        builder.HasIndex(x => new { x.DueSort, x.Id }).HasFilter(Open);
        builder.HasIndex(x => new { x.UnitId, x.DueSort, x.Id }).HasFilter(Open);
        builder.HasIndex(x => new { x.AssigneeId, x.DueSort, x.Id }).HasFilter(Open);
        // Closed ones, the newest first.
        builder.HasIndex(x => new { x.State, x.ClosedAt, x.Id });
        builder.HasIndex(x => new { x.UnitId, x.State, x.ClosedAt, x.Id });
        builder.HasIndex(x => new { x.AssigneeId, x.State, x.ClosedAt, x.Id });
        builder.HasIndex(x => new { x.RegisterYear, x.Sequence, x.Id });
        builder.HasIndex(x => new { x.HasFailedMessage, x.State });
        builder.HasIndex(x => new { x.ReceivedOn, x.UnitId });
        // Cases of a client, those received last first; most of a register taken over has none.
        builder.HasIndex(x => new { x.ClientId, x.ReceivedAt, x.Id }).HasFilter("\"ClientId\" IS NOT NULL");
        builder.HasIndex(x => x.RepresentativeId).HasFilter("\"RepresentativeId\" IS NOT NULL");
        // Hits of a search, those received last first.
        builder.HasIndex(x => new { x.ReceivedAt, x.Id });
    }
}

internal sealed class CaseReaderConfiguration : IEntityTypeConfiguration<CaseReader>
{
    public void Configure(EntityTypeBuilder<CaseReader> builder)
    {
        builder.ToTable("CaseReaders");
        builder.Property(x => x.Name).HasMaxLength(200);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.CaseId, x.EmployeeId }).IsUnique();
    }
}

internal sealed class CaseEventConfiguration : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.Property(x => x.ActorName).HasMaxLength(200);
        builder.Property(x => x.Reason).HasMaxLength(2000);
        builder.PrimitiveCollection(x => x.Arguments).HasMaxLength(2000);
        builder.HasIndex(x => new { x.CaseId, x.Ordinal });
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.Property(x => x.FileName).HasMaxLength(255);
        builder.Property(x => x.ContentType).HasMaxLength(100);
        builder.Property(x => x.Hash).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(x => x.CaseId);
    }
}

internal sealed class RegisterConfiguration : IEntityTypeConfiguration<Register>
{
    public void Configure(EntityTypeBuilder<Register> builder)
    {
        builder.ToTable("Registers");
        builder.Property(x => x.Code).HasMaxLength(40);
        builder.Property(x => x.Index).HasMaxLength(40);
        builder.Property(x => x.Mask).HasMaxLength(60);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}

internal sealed class RegisterCounterConfiguration : IEntityTypeConfiguration<RegisterCounter>
{
    public void Configure(EntityTypeBuilder<RegisterCounter> builder)
    {
        builder.ToTable("RegisterCounters");
        builder.HasKey(x => new { x.RegisterId, x.Year });
        builder.Property(x => x.Year).ValueGeneratedNever();
        builder.HasOne<Register>().WithMany().HasForeignKey(x => x.RegisterId);
    }
}
