namespace PartyCms.Webhooks.Subscriptions;

/// <summary>What is wrong with a wish to subscribe: the field, and the sentence in Chinese and in English.</summary>
internal sealed record WebhookFault(string Field, string Message, string WireMessage);

/// <summary>The result of a wish to subscribe.</summary>
internal abstract record CreateOutcome
{
    /// <summary>Done; the secret is shown this once.</summary>
    public sealed record Created(WebhookSubscription Webhook, string Secret) : CreateOutcome;

    /// <summary>Refused; nothing was stored.</summary>
    public sealed record Invalid(IReadOnlyList<WebhookFault> Faults) : CreateOutcome;

    /// <summary>There are as many subscriptions as a site can have.</summary>
    public sealed record Full : CreateOutcome;
}
