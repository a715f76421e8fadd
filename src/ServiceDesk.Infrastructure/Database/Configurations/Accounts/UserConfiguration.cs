using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure.Identity;

namespace ServiceDesk.Infrastructure.Database.Configurations.Accounts;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(x => x.DisplayName).HasMaxLength(200);
        builder.Property(x => x.Language).HasMaxLength(2);
        builder.Property(x => x.LastCode).HasMaxLength(10);
        builder.HasIndex(x => x.EmployeeId).IsUnique();
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("AccountLinks");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Fingerprint).HasMaxLength(64);
        builder.HasIndex(x => x.Fingerprint).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(x => x.UserId);
    }
}

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("SignInSessions");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Browser).HasMaxLength(200);
        builder.Property(x => x.Method).HasMaxLength(10);
        builder.HasIndex(x => new { x.UserId, x.EndedAt });
        builder.HasIndex(x => x.SeenAt);
        builder.HasOne<User>().WithMany().HasForeignKey(x => x.UserId);
    }
}

internal sealed class SecondFactorDemandConfiguration : IEntityTypeConfiguration<SecondFactorDemand>
{
    public void Configure(EntityTypeBuilder<SecondFactorDemand> builder)
    {
        builder.ToTable("SecondFactorDemands");
        builder.HasKey(x => x.Role);
        builder.Property(x => x.Role).HasConversion<string>().HasMaxLength(40);
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("DataProtectionKeys");
        builder.Property(x => x.Name).HasMaxLength(200);
    }
}
