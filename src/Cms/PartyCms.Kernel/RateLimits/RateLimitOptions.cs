using System.ComponentModel.DataAnnotations;

namespace PartyCms.Kernel.RateLimits;

/// <summary>
/// Settings of section <c>Cms:RateLimits</c>: how many requests one caller may make. Zero means no limit. Each node counts
/// for itself; public pages are not counted.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string SectionName = "Cms:RateLimits";

    /// <summary>Calls of the API in a minute for each API client.</summary>
    [Range(0, int.MaxValue, ErrorMessage = SectionName + ":ClientPerMinute is less than 0; give a number, or 0 for no limit.")]
    public int ClientPerMinute { get; set; } = 1200;

    /// <summary>Calls of the API in a minute for each signed-in person.</summary>
    [Range(0, int.MaxValue, ErrorMessage = SectionName + ":PersonPerMinute is less than 0; give a number, or 0 for no limit.")]
    public int PersonPerMinute { get; set; } = 300;

    /// <summary>Calls of the API in a minute for each address without a token; a whole office may share one.</summary>
    [Range(0, int.MaxValue, ErrorMessage = SectionName + ":AddressPerMinute is less than 0; give a number, or 0 for no limit.")]
    public int AddressPerMinute { get; set; } = 600;

    /// <summary>Requests for a token in a minute for each address; every check of a secret costs time.</summary>
    [Range(0, int.MaxValue, ErrorMessage = SectionName + ":TokensPerMinute is less than 0; give a number, or 0 for no limit.")]
    public int TokensPerMinute { get; set; } = 120;

    /// <summary>Wrong secrets in a minute for each pair of address and client.</summary>
    [Range(0, int.MaxValue, ErrorMessage = SectionName + ":TokenFailuresPerMinute is less than 0; give a number, or 0 for no limit.")]
    public int TokenFailuresPerMinute { get; set; } = 10;

    /// <summary>Failed sign-ins in ten minutes for each address, beside the lock of the single account.</summary>
    [Range(0, int.MaxValue, ErrorMessage = SectionName + ":SignInFailuresPerTenMinutes is less than 0; give a number, or 0 for no limit.")]
    public int SignInFailuresPerTenMinutes { get; set; } = 50;
}
