using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Infrastructure.Database.Configurations.Surveys;

internal sealed class QuestionnaireConverter() : ValueConverter<Questionnaire, string>(q => q.Write(), s => Questionnaire.Read(s));

internal sealed class WordsConverter() : ValueConverter<SurveyWords, string>(
    w => System.Text.Json.JsonSerializer.Serialize(w, (System.Text.Json.JsonSerializerOptions?)null),
    s => System.Text.Json.JsonSerializer.Deserialize<SurveyWords>(s, (System.Text.Json.JsonSerializerOptions?)null)!);

internal static class SurveyColumns
{
    // Letters of the other languages are escaped, six characters each.
    public const int Words = 3 * 6 * SurveyWords.MaxLength;

    public static PropertyBuilder<Questionnaire> IsQuestionnaire(this PropertyBuilder<Questionnaire> property) =>
        property.HasConversion<QuestionnaireConverter>().HasMaxLength(Questionnaire.MaxJson);

    public static PropertyBuilder<SurveyWords> IsWords(this PropertyBuilder<SurveyWords> property) =>
        property.HasConversion<WordsConverter>().HasMaxLength(Words);
}

internal sealed class SurveySeriesConfiguration : IEntityTypeConfiguration<SurveySeries>
{
    public void Configure(EntityTypeBuilder<SurveySeries> builder)
    {
        builder.ToTable("SurveySeries");
        builder.Property(x => x.Key).HasMaxLength(40);
        builder.Property(x => x.StandardId).HasMaxLength(40);
        builder.Property(x => x.Title).IsWords();
        builder.Property(x => x.Template).IsQuestionnaire();
        builder.Ignore(x => x.Threshold);
        builder.HasIndex(x => x.Key).IsUnique();
    }
}

internal sealed class SurveyWaveConfiguration : IEntityTypeConfiguration<SurveyWave>
{
    public void Configure(EntityTypeBuilder<SurveyWave> builder)
    {
        builder.ToTable("SurveyWaves");
        builder.Property(x => x.Key).HasMaxLength(60);
        builder.Property(x => x.Title).IsWords();
        builder.Property(x => x.Intro).IsWords();
        builder.Property(x => x.Privacy).IsWords();
        builder.Property(x => x.Questionnaire).IsQuestionnaire();
        builder.PrimitiveCollection(x => x.Modes).HasMaxLength(400).ElementType().HasConversion<string>();
        builder.PrimitiveCollection(x => x.UnitIds).HasMaxLength(8000);
        builder.HasOne<SurveySeries>().WithMany().HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => x.Key).IsUnique();
        builder.HasIndex(x => new { x.SeriesId, x.Number }).IsUnique();
        builder.HasIndex(x => new { x.State, x.ClosesOn });
    }
}

internal sealed class SurveyEditionConfiguration : IEntityTypeConfiguration<SurveyEdition>
{
    public void Configure(EntityTypeBuilder<SurveyEdition> builder)
    {
        builder.ToTable("SurveyEditions");
        builder.Property(x => x.Questionnaire).IsQuestionnaire();
        builder.Property(x => x.Note).HasMaxLength(SurveyWave.MaxNote);
        builder.Property(x => x.By).HasMaxLength(200);
        builder.HasOne<SurveyWave>().WithMany().HasForeignKey(x => x.WaveId);
        builder.HasIndex(x => new { x.WaveId, x.Number }).IsUnique();
    }
}

internal sealed class SurveyResponseConfiguration : IEntityTypeConfiguration<SurveyResponse>
{
    public void Configure(EntityTypeBuilder<SurveyResponse> builder)
    {
        builder.ToTable("SurveyResponses");
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.Property(x => x.Marks).HasMaxLength(AnswerSheet.MaxPacked).IsUnicode(false);
        builder.Ignore(x => x.IsDrawnForSecondReading);
        builder.HasOne<SurveyWave>().WithMany().HasForeignKey(x => x.WaveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Texts).WithOne().HasForeignKey(t => t.ResponseId);
        builder.HasIndex(x => new { x.WaveId, x.SubmittedOn });
        builder.HasIndex(x => new { x.WaveId, x.SheetNumber }).IsUnique().HasFilter("\"SheetNumber\" IS NOT NULL");
    }
}

internal sealed class SurveyTextConfiguration : IEntityTypeConfiguration<SurveyText>
{
    public void Configure(EntityTypeBuilder<SurveyText> builder)
    {
        builder.ToTable("SurveyTexts");
        builder.Property(x => x.Text).HasMaxLength(SurveyQuestion.MaxText);
        builder.HasIndex(x => new { x.WaveId, x.QuestionNo });
    }
}

internal sealed class SurveyReadingConfiguration : IEntityTypeConfiguration<SurveyReading>
{
    public void Configure(EntityTypeBuilder<SurveyReading> builder)
    {
        builder.ToTable("SurveyReadings");
        builder.HasOne<SurveyResponse>().WithMany().HasForeignKey(x => x.ResponseId);
        builder.HasIndex(x => x.ResponseId).IsUnique();
        builder.HasIndex(x => x.WaveId);
    }
}

internal sealed class SurveyInvitationConfiguration : IEntityTypeConfiguration<SurveyInvitation>
{
    public void Configure(EntityTypeBuilder<SurveyInvitation> builder)
    {
        builder.ToTable("SurveyInvitations");
        builder.Property(x => x.Email).HasMaxLength(254);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.HasOne<SurveyWave>().WithMany().HasForeignKey(x => x.WaveId);
        builder.HasIndex(x => new { x.WaveId, x.Email }).IsUnique();
        builder.HasIndex(x => x.Hash);
    }
}

internal sealed class SurveyDraftConfiguration : IEntityTypeConfiguration<SurveyDraft>
{
    public void Configure(EntityTypeBuilder<SurveyDraft> builder)
    {
        builder.ToTable("SurveyDrafts");
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.Property(x => x.Body).HasMaxLength(1_000_000);
        builder.HasOne<SurveyWave>().WithMany().HasForeignKey(x => x.WaveId);
        builder.HasIndex(x => x.Hash).IsUnique();
        builder.HasIndex(x => x.SavedOn);
    }
}
