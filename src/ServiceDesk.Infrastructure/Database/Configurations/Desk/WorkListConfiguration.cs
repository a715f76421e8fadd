using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Infrastructure.Database.Configurations.Desk;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(x => x.Name).HasMaxLength(SavedView.MaxNameLength);
        builder.Property(x => x.Query).HasMaxLength(SavedView.MaxQueryLength);
        builder.Property(x => x.OwnerName).HasMaxLength(200);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(x => x.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ViewPlaceConfiguration : IEntityTypeConfiguration<ViewPlace>
{
    public void Configure(EntityTypeBuilder<ViewPlace> builder)
    {
        builder.ToTable("ViewPlaces");
        builder.HasKey(x => new { x.EmployeeId, x.ViewId });
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SavedView>().WithMany().HasForeignKey(x => x.ViewId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DeskSettingsConfiguration : IEntityTypeConfiguration<DeskSettings>
{
    public void Configure(EntityTypeBuilder<DeskSettings> builder)
    {
        builder.ToTable("DeskSettings");
        builder.HasKey(x => x.EmployeeId);
        builder.Property(x => x.EmployeeId).ValueGeneratedNever();
        builder.HasOne<Employee>().WithOne().HasForeignKey<DeskSettings>(x => x.EmployeeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BulkRunConfiguration : IEntityTypeConfiguration<BulkRun>
{
    public void Configure(EntityTypeBuilder<BulkRun> builder)
    {
        builder.ToTable("BulkRuns");
        builder.Property(x => x.Text).HasMaxLength(Message.MaxLength);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Lines).WithOne().HasForeignKey(l => l.RunId);
        builder.HasIndex(x => new { x.EmployeeId, x.FinishedAt });
    }
}

internal sealed class BulkLineConfiguration : IEntityTypeConfiguration<BulkLine>
{
    public void Configure(EntityTypeBuilder<BulkLine> builder)
    {
        builder.ToTable("BulkLines");
        builder.Property(x => x.Number).HasMaxLength(60);
        builder.Property(x => x.Reason).HasMaxLength(100);
        builder.PrimitiveCollection(x => x.Arguments).HasMaxLength(2000);
        // Two requests may work on one run; who is second with a case finds it done.
        builder.Property(x => x.Result).IsConcurrencyToken();
        builder.HasOne<Case>().WithMany().HasForeignKey(x => x.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.RunId, x.Result, x.Ordinal });
    }
}
