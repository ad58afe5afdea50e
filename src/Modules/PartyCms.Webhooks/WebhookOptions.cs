using System.Net;
using Microsoft.Extensions.Options;

namespace PartyCms.Webhooks;

/// <summary>Settings of section <c>Cms:Webhooks</c>. As they are, only public hosts are called, and only by https.</summary>
internal sealed class WebhookOptions
{
    public const string SectionName = "Cms:Webhooks";

    /// <summary>Whether plain http is allowed: for development, and for closed networks without certificates.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Networks that may be called although they are private, such as <c>10.20.0.0/16</c>.</summary>
    public IList<string> AllowedNetworks { get; } = [];
}

/// <summary>Stops the start on a wrong network.</summary>
internal sealed class WebhookOptionsValidation : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        for (var i = 0; i < options.AllowedNetworks.Count; i++)
        {
            if (!IPNetwork.TryParse(options.AllowedNetworks[i], out _))
            {
                return ValidateOptionsResult.Fail(FormattableString.Invariant(
                    $"{WebhookOptions.SectionName}:AllowedNetworks:{i} '{options.AllowedNetworks[i]}' is not a network; use a form such as 10.20.0.0/16."));
            }
        }

        return ValidateOptionsResult.Success;
    }
}
