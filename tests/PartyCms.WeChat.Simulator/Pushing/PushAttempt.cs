namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>One try to deliver a push.</summary>
/// <param name="At">When, by WeChat's clock.</param>
/// <param name="Address">Where to, signature included.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Status">HTTP status of the answer, 0 if none came.</param>
/// <param name="Answer">Body of the answer.</param>
public sealed record PushAttempt(DateTimeOffset At, Uri Address, string Body, int Status, string Answer);
