using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Infrastructure.Database.Configurations.Correspondence;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages");
        builder.Property(x => x.Text).HasMaxLength(-1);
        builder.Property(x => x.AuthorName).HasMaxLength(200);
        builder.Property(x => x.Addressee).HasMaxLength(200);
        builder.Property(x => x.AddresseeContact).HasMaxLength(300);
        builder.Property(x => x.DeliveryError).HasMaxLength(1000);
        builder.Property(x => x.Letter).HasMaxLength(-1).HasConversion(v => Packed.Write(v!), v => Packed.Read<LetterParts>(v));
        builder.HasMany(x => x.Attachments).WithOne().HasForeignKey(a => a.MessageId);
        builder.HasIndex(x => new { x.CaseId, x.WrittenAt });
        // The message log, newest first.
        builder.HasIndex(x => new { x.WrittenAt, x.Id });
        builder.HasIndex(x => x.CopyOfId);
    }
}

internal sealed class OutgoingMessageConfiguration : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(x => x.ToAddress).HasMaxLength(254);
        builder.Property(x => x.Subject).HasMaxLength(300);
        builder.Property(x => x.Body).HasMaxLength(-1);
        builder.Property(x => x.InReplyTo).HasMaxLength(200);
        builder.Property(x => x.LastError).HasMaxLength(1000);
        builder.HasIndex(x => new { x.State, x.NotBefore });
        builder.HasIndex(x => x.ConsentId);
        builder.HasIndex(x => new { x.State, x.CreatedAt, x.Id });
        builder.HasIndex(x => x.MessageId);
        builder.HasIndex(x => x.CaseId);
    }
}
