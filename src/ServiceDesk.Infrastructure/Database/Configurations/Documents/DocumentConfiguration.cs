using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Documents;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(x => x.Subject).HasMaxLength(DocumentHead.MaxSubject);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.Property(x => x.Author).HasMaxLength(200);
        builder.Property(x => x.SignatoryName).HasMaxLength(200);
        builder.Property(x => x.SignatoryPost).HasMaxLength(300);
        builder.Property(x => x.AccessBasis).HasMaxLength(500);
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.Content).HasMaxLength(-1);
        builder.Property(x => x.Text).HasMaxLength(-1);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(x => x.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Register>().WithMany().HasForeignKey(x => x.RegisterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(x => x.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(x => x.SupersededById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Editions).WithOne().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Files).WithOne().HasForeignKey(f => f.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Events).WithOne().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Cascade);
        // A number is given once: the last wall behind the counter.
        builder.HasIndex(x => new { x.RegisterId, x.RegisterYear, x.Sequence }).IsUnique();
        builder.HasIndex(x => new { x.ChangedAt, x.Id });
        builder.HasIndex(x => new { x.Kind, x.State, x.ChangedAt });
        builder.HasIndex(x => new { x.UnitId, x.ChangedAt });
        builder.HasIndex(x => x.AuthorId);
        builder.HasIndex(x => x.SignatoryId);
    }
}

internal sealed class DocumentEditionConfiguration : IEntityTypeConfiguration<DocumentEdition>
{
    public void Configure(EntityTypeBuilder<DocumentEdition> builder)
    {
        builder.ToTable("DocumentEditions");
        builder.Property(x => x.Subject).HasMaxLength(DocumentHead.MaxSubject);
        builder.Property(x => x.Content).HasMaxLength(-1);
        builder.Property(x => x.Reason).HasMaxLength(Document.MaxReason);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.HasIndex(x => new { x.DocumentId, x.Number }).IsUnique();
    }
}

internal sealed class DocumentFileConfiguration : IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.ToTable("DocumentFiles");
        builder.Property(x => x.FileName).HasMaxLength(200);
        builder.Property(x => x.ContentType).HasMaxLength(200);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.HasIndex(x => x.Hash);
    }
}

internal sealed class DocumentEventConfiguration : IEntityTypeConfiguration<DocumentEvent>
{
    public void Configure(EntityTypeBuilder<DocumentEvent> builder)
    {
        builder.ToTable("DocumentEvents");
        builder.Property(x => x.By).HasMaxLength(200);
        builder.Property(x => x.Text).HasMaxLength(Document.MaxReason);
        builder.PrimitiveCollection(x => x.Arguments).HasMaxLength(2000);
        builder.HasIndex(x => new { x.DocumentId, x.Ordinal });
    }
}

internal sealed class DocumentWordConfiguration : IEntityTypeConfiguration<DocumentWord>
{
    public void Configure(EntityTypeBuilder<DocumentWord> builder)
    {
        builder.ToTable("DocumentWords");
        builder.HasKey(x => new { x.DocumentId, x.Word });
        builder.Property(x => x.Word).HasMaxLength(SearchText.MaxWordLength);
        builder.HasOne<Document>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.Word, x.DocumentId });
    }

    /// <summary>Words are compared character by character, as the program folded them.</summary>
    public static void ForPostgreSql(EntityTypeBuilder<DocumentWord> builder) => builder.Property(x => x.Word).UseCollation("C");

    /// <inheritdoc cref="ForPostgreSql"/>
    public static void ForSqlServer(EntityTypeBuilder<DocumentWord> builder) => builder.Property(x => x.Word).UseCollation("Latin1_General_100_BIN2");
}
