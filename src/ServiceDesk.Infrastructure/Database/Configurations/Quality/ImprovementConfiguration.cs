using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Infrastructure.Database.Configurations.Quality;

internal sealed class ImprovementConfiguration : IEntityTypeConfiguration<Improvement>
{
    public void Configure(EntityTypeBuilder<Improvement> builder)
    {
        builder.ToTable("Improvements");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.ProposedBy).HasMaxLength(200);
        builder.Property(x => x.Done).HasMaxLength(-1);
        builder.Property(x => x.Finding).HasMaxLength(-1);
        builder.Property(x => x.Measured).HasPrecision(18, 4);
        builder.Ignore(x => x.IsOpen);
        builder.ComplexProperty(x => x.Source, source =>
        {
            source.Property(s => s.Label).HasMaxLength(Improvement.MaxShort);
            source.Property(s => s.Screen).HasMaxLength(Improvement.MaxShort);
        });
        builder.ComplexProperty(x => x.Plan, plan =>
        {
            plan.Property(p => p.Title).HasMaxLength(Improvement.MaxTitle);
            plan.Property(p => p.Why).HasMaxLength(-1);
            plan.Property(p => p.Goal).HasMaxLength(-1);
            plan.Property(p => p.Steps).HasMaxLength(-1);
            plan.Property(p => p.Measure).HasMaxLength(Improvement.MaxShort);
            plan.Property(p => p.WatchKey).HasMaxLength(Improvement.MaxShort);
            plan.Property(p => p.Baseline).HasPrecision(18, 4);
            plan.Property(p => p.Target).HasPrecision(18, 4);
        });
        builder.ComplexProperty(x => x.Public, text =>
        {
            text.Property(t => t.Lv).HasMaxLength(-1);
            text.Property(t => t.En).HasMaxLength(-1);
            text.Property(t => t.Ru).HasMaxLength(-1);
        });
        builder.HasMany(x => x.Events).WithOne().HasForeignKey(e => e.ImprovementId);
        builder.HasMany(x => x.Evidence).WithOne().HasForeignKey(e => e.ImprovementId);
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => x.Token).IsUnique();
        builder.HasIndex(x => new { x.State, x.DueOn });
        builder.HasIndex(x => new { x.UnitId, x.State });
        builder.HasIndex(x => x.OwnerId);
    }
}

internal sealed class ImprovementEventConfiguration : IEntityTypeConfiguration<ImprovementEvent>
{
    public void Configure(EntityTypeBuilder<ImprovementEvent> builder)
    {
        builder.ToTable("ImprovementEvents");
        builder.Property(x => x.By).HasMaxLength(200);
        builder.Property(x => x.Text).HasMaxLength(-1);
        builder.HasIndex(x => new { x.ImprovementId, x.At });
    }
}

internal sealed class ImprovementEvidenceConfiguration : IEntityTypeConfiguration<ImprovementEvidence>
{
    public void Configure(EntityTypeBuilder<ImprovementEvidence> builder)
    {
        builder.ToTable("ImprovementEvidence");
        builder.Property(x => x.Caption).HasMaxLength(Improvement.MaxShort);
        builder.Property(x => x.Address).HasMaxLength(2000);
        builder.Property(x => x.FileName).HasMaxLength(255);
        builder.Property(x => x.ContentType).HasMaxLength(100);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.Property(x => x.AddedBy).HasMaxLength(200);
        builder.HasIndex(x => x.Hash);
    }
}
