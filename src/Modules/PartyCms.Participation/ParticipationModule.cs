using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Participation.Reports;

namespace PartyCms.Participation;

/// <summary>Readers' part in the site: reports of errors and problems (报错与举报).</summary>
public sealed class ParticipationModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Participation";

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("互动", "报错与举报", "/admin/reports", "flag", KernelPermissions.Operate, 600),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SendReport>();
        services.AddScoped<HandleReport>();
        services.AddRateLimiter(ReportLimit.Add);
    }
}
