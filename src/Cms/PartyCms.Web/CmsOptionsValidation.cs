using Microsoft.Extensions.Options;
using PartyCms.Kernel;

namespace PartyCms.Web;

/// <summary>Checks what attributes cannot: each failure names the key, the fault and the remedy in one line.</summary>
internal sealed class CmsOptionsValidation(IConfiguration configuration) : IValidateOptions<CmsOptions>
{
    public ValidateOptionsResult Validate(string? name, CmsOptions options)
    {
        var faults = new List<string>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            faults.Add($"Cms:TimeZone '{options.TimeZone}' is not a known time zone; use an IANA name such as Asia/Shanghai.");
        }

        if (options.Database == "PostgreSql" && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Cms")))
        {
            faults.Add("ConnectionStrings:Cms is empty while Cms:Database is PostgreSql; give it, such as Host=…;Database=…;Username=….");
        }

        if (options.Setup.AdminUserName.Length == 0)
        {
            faults.Add("Cms:Setup:AdminUserName is empty; give a name such as admin.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
