using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Infrastructure.Database.Configurations.Protection;

internal sealed class ProcessingRecordConfiguration : IEntityTypeConfiguration<ProcessingRecord>
{
    public void Configure(EntityTypeBuilder<ProcessingRecord> builder)
    {
        builder.ToTable("ProcessingRecord");
        builder.Property(x => x.Controller).HasMaxLength(ProcessingRecord.MaxLine);
        builder.Property(x => x.ControllerContact).HasMaxLength(ProcessingRecord.MaxLine);
        builder.Property(x => x.Officer).HasMaxLength(ProcessingRecord.MaxLine);
        builder.Property(x => x.OfficerContact).HasMaxLength(ProcessingRecord.MaxLine);
        builder.Property(x => x.JointControllers).HasMaxLength(ProcessingRecord.MaxText);
        builder.Property(x => x.Security).HasMaxLength(ProcessingRecord.MaxText);
    }
}

internal sealed class ProcessingEntryConfiguration : IEntityTypeConfiguration<ProcessingEntry>
{
    public void Configure(EntityTypeBuilder<ProcessingEntry> builder)
    {
        builder.ToTable("ProcessingEntries");
        builder.Property(x => x.Activity).HasMaxLength(60);
        builder.Property(x => x.Processors).HasMaxLength(ProcessingRecord.MaxText);
        builder.Property(x => x.Transfers).HasMaxLength(ProcessingRecord.MaxText);
        builder.Property(x => x.Recipients).HasMaxLength(ProcessingRecord.MaxText);
        builder.Property(x => x.Security).HasMaxLength(ProcessingRecord.MaxText);
        builder.Property(x => x.Remark).HasMaxLength(ProcessingRecord.MaxText);
        builder.HasIndex(x => x.Activity).IsUnique();
    }
}

internal sealed class PrivacyNoticeConfiguration : IEntityTypeConfiguration<PrivacyNotice>
{
    public void Configure(EntityTypeBuilder<PrivacyNotice> builder)
    {
        builder.ToTable("PrivacyNotices");
        builder.Property(x => x.Remark).HasMaxLength(PrivacyNotice.MaxRemark);
        builder.Property(x => x.WrittenBy).HasMaxLength(200);
        builder.Property(x => x.PublishedBy).HasMaxLength(200);
        builder.ComplexProperty(x => x.Words, words =>
        {
            words.Property(w => w.ShortLv).HasMaxLength(NoticeWords.MaxShort);
            words.Property(w => w.ShortEn).HasMaxLength(NoticeWords.MaxShort);
            words.Property(w => w.ShortRu).HasMaxLength(NoticeWords.MaxShort);
            words.Property(w => w.BodyLv).HasMaxLength(-1);
            words.Property(w => w.BodyEn).HasMaxLength(-1);
            words.Property(w => w.BodyRu).HasMaxLength(-1);
        });
        // Number 0 is the draft: one for each point.
        builder.HasIndex(x => new { x.Point, x.Number }).IsUnique();
    }
}
