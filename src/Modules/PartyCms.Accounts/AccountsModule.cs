using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Accounts.Administration;
using PartyCms.Accounts.ApiClients;
using PartyCms.Accounts.Contracts;
using PartyCms.Accounts.Setup;
using PartyCms.Accounts.SignIn;
using PartyCms.Kernel;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts;

/// <summary>Accounts, sign-in, and the roles that accounts hold for parts of the organisation tree.</summary>
public sealed class AccountsModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Accounts";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => [.. AccountsPermissions.All, ApiClientPermissions.ManageApiClients];

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("系统", "账号与角色", "/admin/accounts", "person-gear", AccountsPermissions.Manage, 910),
        new("系统", "接口客户端", "/admin/api-clients", "key", ApiClientPermissions.Manage, 940),
    ];

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => TokenEndpoint.Map(endpoints);

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(options =>
            {
                // Length over composition: a long phrase is easier on a phone than one with odd signs.
                options.Password.RequiredLength = 10;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, CmsDbContext>>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "account";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromDays(30);
            options.SlidingExpiration = true;
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/logout";
            options.AccessDeniedPath = "/error/403";
            options.ReturnUrlParameter = "return";
        });

        // A lock, a new password or a sign-out elsewhere counts after a minute at most.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<AccountFactory>();
        services.AddScoped(provider => new MemberSignIn(
            provider.GetRequiredService<UserManager<Account>>(),
            provider.GetRequiredService<SignInManager<Account>>(),
            provider.GetRequiredService<AccountFactory>(),
            provider.GetRequiredService<MemberDirectory>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<CmsDbContext>()));
        services.AddScoped<Administrators>();
        services.AddScoped<AssignRoles>();
        services.AddScoped<GrantableRoles>();
        services.AddScoped<LockAccount>();
        services.AddScoped<ISetupTask, FirstAdministrator>();
        services.AddApiClients();
        services.AddRecipeStep<DemoAccountsStep>();
    }
}
