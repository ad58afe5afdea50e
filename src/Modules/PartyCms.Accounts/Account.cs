using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Kernel.Content;

namespace PartyCms.Accounts;

/// <summary>What a person signs in with. Its id has the form of a content id, for it stands in content as the owner.</summary>
internal sealed class Account : IdentityUser
{
    public Account()
    {
        Id = ContentIds.New();
    }
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts_accounts");
        builder.Property(account => account.Id).HasMaxLength(64);
        builder.Property(account => account.UserName).HasMaxLength(256);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(256);
        builder.Property(account => account.Email).HasMaxLength(256);
        builder.Property(account => account.NormalizedEmail).HasMaxLength(256);
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasMany<IdentityUserClaim<string>>().WithOne().HasForeignKey(claim => claim.UserId);
        builder.HasMany<IdentityUserLogin<string>>().WithOne().HasForeignKey(login => login.UserId);
        builder.HasMany<IdentityUserToken<string>>().WithOne().HasForeignKey(token => token.UserId);
    }
}

internal sealed class AccountClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder) => builder.ToTable("accounts_claims");
}

internal sealed class AccountLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("accounts_logins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
    }
}

internal sealed class AccountTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("accounts_tokens");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
    }
}
