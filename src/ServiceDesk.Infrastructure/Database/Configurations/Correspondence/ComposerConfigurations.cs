using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Correspondence;

/// <summary>Small records kept whole in one column.</summary>
internal static class Packed
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException($"Empty {typeof(T).Name}.");
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(x => x.AuthorName).HasMaxLength(200);
        builder.Property(x => x.Salutation).HasMaxLength(LetterParts.MaxSalutation);
        builder.Property(x => x.Body).HasMaxLength(-1);
        builder.Property(x => x.NextSteps).HasMaxLength(LetterParts.MaxNextSteps);
        builder.Property(x => x.ClientNumber).HasMaxLength(LetterParts.MaxClientNumber);
        builder.Ignore(x => x.Text);
        builder.HasMany(x => x.Files).WithOne().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.CaseId, x.AuthorId, x.Tab }).IsUnique();
        builder.HasIndex(x => new { x.AuthorId, x.SavedAt });
        builder.HasIndex(x => new { x.UnitId, x.IsShared });
    }
}

internal sealed class DraftFileConfiguration : IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<DraftFile> builder)
    {
        builder.ToTable("DraftFiles");
        builder.Property(x => x.FileName).HasMaxLength(255);
        builder.Property(x => x.ContentType).HasMaxLength(100);
        builder.Property(x => x.Hash).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(x => x.Hash);
    }
}

internal sealed class PreparedTextConfiguration : IEntityTypeConfiguration<PreparedText>
{
    public void Configure(EntityTypeBuilder<PreparedText> builder)
    {
        builder.ToTable("PreparedTexts");
        builder.HasDiscriminator<string>("Shape")
            .HasValue<LetterTemplate>(nameof(PreparedTextKind.Template))
            .HasValue<TextModule>(nameof(PreparedTextKind.Module))
            .HasValue<UsefulLink>(nameof(PreparedTextKind.Link))
            .HasValue<DocumentBlock>(nameof(PreparedTextKind.Block));
        builder.Property<string>("Shape").HasMaxLength(20);
        builder.Ignore(x => x.Sort);
        builder.Property(x => x.Name).HasMaxLength(PreparedText.MaxName);
        builder.HasMany(x => x.Editions).WithOne().HasForeignKey(e => e.TextId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterTemplateConfiguration : IEntityTypeConfiguration<LetterTemplate>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.Property(x => x.Language).HasMaxLength(2).HasColumnName("Language");
        builder.Property(x => x.TopicId).HasColumnName("TopicId");
        builder.Property(x => x.Salutation).HasMaxLength(LetterParts.MaxSalutation);
        builder.Property(x => x.Body).HasMaxLength(-1).HasColumnName("Body");
        builder.Property(x => x.NextSteps).HasMaxLength(LetterParts.MaxNextSteps);
    }
}

internal sealed class TextModuleConfiguration : IEntityTypeConfiguration<TextModule>
{
    public void Configure(EntityTypeBuilder<TextModule> builder)
    {
        builder.Property(x => x.Code).HasMaxLength(TextModule.MaxCode);
        builder.Property(x => x.TextLv).HasMaxLength(-1);
        builder.Property(x => x.TextEn).HasMaxLength(-1);
        builder.Property(x => x.TextRu).HasMaxLength(-1);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}

internal sealed class UsefulLinkConfiguration : IEntityTypeConfiguration<UsefulLink>
{
    public void Configure(EntityTypeBuilder<UsefulLink> builder)
    {
        builder.Property(x => x.Language).HasMaxLength(2).HasColumnName("Language");
        builder.Property(x => x.TopicId).HasColumnName("TopicId");
        builder.Property(x => x.Url).HasMaxLength(UsefulLink.MaxUrl);
    }
}

internal sealed class DocumentBlockConfiguration : IEntityTypeConfiguration<DocumentBlock>
{
    public void Configure(EntityTypeBuilder<DocumentBlock> builder)
    {
        builder.Property(x => x.Language).HasMaxLength(2).HasColumnName("Language");
        builder.Property(x => x.Body).HasMaxLength(-1).HasColumnName("Body");
    }
}

internal sealed class TextEditionConfiguration : IEntityTypeConfiguration<TextEdition>
{
    public void Configure(EntityTypeBuilder<TextEdition> builder)
    {
        builder.ToTable("TextEditions");
        builder.Property(x => x.By).HasMaxLength(200);
        builder.Property(x => x.Content).HasMaxLength(-1).HasConversion(v => Packed.Write(v), v => Packed.Read<PreparedContent>(v));
        builder.HasIndex(x => new { x.TextId, x.Number }).IsUnique();
    }
}
