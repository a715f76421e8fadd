using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Infrastructure.Database.Configurations.Deadlines;

internal sealed class DeadlineSettingsConfiguration : IEntityTypeConfiguration<DeadlineSettings>
{
    public void Configure(EntityTypeBuilder<DeadlineSettings> builder)
    {
        builder.ToTable("DeadlineSettings");
        builder.Ignore(x => x.AwaitsRecalculation);
        builder.PrimitiveCollection(x => x.ConfirmedYears).HasMaxLength(2000);
        builder.Property(x => x.Week).HasMaxLength(2000).HasConversion(week => WeekJson.Write(week), json => WeekJson.Read(json));
    }
}

internal sealed class CalendarExceptionConfiguration : IEntityTypeConfiguration<CalendarException>
{
    public void Configure(EntityTypeBuilder<CalendarException> builder)
    {
        builder.ToTable("CalendarExceptions");
        builder.Property(x => x.Reason).HasMaxLength(1000);
        builder.Property(x => x.WithdrawnReason).HasMaxLength(1000);
        builder.Ignore(x => x.IsInForce);
        builder.Ignore(x => x.Hours);
        builder.HasIndex(x => x.On);
    }
}

internal sealed class StandardVersionConfiguration : IEntityTypeConfiguration<StandardVersion>
{
    public void Configure(EntityTypeBuilder<StandardVersion> builder)
    {
        builder.ToTable("StandardVersions");
        builder.Property(x => x.StandardId).HasMaxLength(40);
        builder.Property(x => x.Reason).HasMaxLength(1000);
        builder.Property(x => x.Body).HasMaxLength(1_000_000);
        builder.HasIndex(x => new { x.StandardId, x.Number }).IsUnique();
    }
}

internal sealed class StatuteRowConfiguration : IEntityTypeConfiguration<StatuteRow>
{
    public void Configure(EntityTypeBuilder<StatuteRow> builder)
    {
        builder.ToTable("StatuteRows");
        builder.Property(x => x.RuleId).HasMaxLength(60);
        builder.Property(x => x.Body).HasMaxLength(100_000);
        builder.HasIndex(x => new { x.RuleId, x.ValidFrom }).IsUnique();
    }
}

internal sealed class DeadlineChangeConfiguration : IEntityTypeConfiguration<DeadlineChange>
{
    public void Configure(EntityTypeBuilder<DeadlineChange> builder)
    {
        builder.ToTable("DeadlineChanges");
        builder.Property(x => x.Reason).HasMaxLength(1000);
        builder.HasIndex(x => x.At);
    }
}

internal sealed class ClockConfiguration : IEntityTypeConfiguration<Clock>
{
    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        builder.ToTable("Clocks");
        builder.Property(x => x.RuleId).HasMaxLength(60);
        builder.Property(x => x.Clause).HasMaxLength(100);
        builder.Property(x => x.StandardId).HasMaxLength(40);
        builder.Property(x => x.PromisedByName).HasMaxLength(200);
        builder.Property(x => x.Reason).HasMaxLength(4000);
        builder.Ignore(x => x.IsOutstanding);
        builder.Ignore(x => x.IsCounted);
        builder.Ignore(x => x.LateFromOn);
        // Detection reads running clocks by the instant they end; recalculation reads them by key.
        builder.HasIndex(x => new { x.State, x.DueUntil });
        builder.HasIndex(x => new { x.State, x.Id });
        builder.HasIndex(x => x.CaseId);
    }
}
