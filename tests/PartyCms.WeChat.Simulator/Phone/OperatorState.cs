namespace PartyCms.WeChat.Simulator.Phone;

/// <summary>What the page shows beside the phone: WeChat from behind.</summary>
internal sealed class OperatorState(SimulatedWeChat world, Pushing.Pusher pusher)
{
    private const int Shown = 60;

    public object Read() => new
    {
        Now = world.Clock.GetUtcNow(),
        world.Clock.Ahead,
        Account = new
        {
            world.Account.AppId,
            world.Account.AppSecret,
            Kind = world.Account.Kind.ToString(),
            world.Account.Verified,
            world.Account.IsPersonal,
            world.Account.SecretFrozen,
            world.OAuth.GivesSnapshots,
            OnlyListedAddresses = world.Account.AllowedAddresses is not null,
            Tokens = world.Tokens.Issued,
        },
        Callback = new
        {
            world.Callback.Url,
            world.Callback.Token,
            world.Callback.EncodingAesKey,
            Mode = world.Callback.Mode.ToString(),
        },
        Publishing = new
        {
            DelayMinutes = world.Publications.Delay.TotalMinutes,
            Announcement = world.Publications.Announcement.ToString(),
            world.Account.ProtectsMassSends,
        },
        Waiting = world.MassSends.All.Where(job => job is { Status: "SENDING", AwaitsAdministrator: true })
            .Select(job => new { MsgId = $"{job.MsgId}", job.Recipients.Count, Title = job.Articles.Count > 0 ? job.Articles[0].Title : job.Text }),
        Faults = world.Faults.Current.Select(fault => new { fault.PathPrefix, Kind = fault.Kind.ToString(), fault.Times }),
        Quotas = world.Quotas.Today.Where(quota => quota.Used > 0).Select(quota => new { quota.Path, quota.Used, quota.Limit }),
        Requests = world.Requests.All.TakeLast(Shown).Reverse().Select(request => new
        {
            request.Number,
            request.At,
            request.Method,
            request.Path,
            Body = Short(request.Method == "POST" ? request.BodyText : ""),
            request.Status,
            request.Code,
            Answer = Short(request.Answer),
            request.Fault,
        }),
        Pushes = pusher.Deliveries.TakeLast(Shown).Reverse().Select(push => new
        {
            push.Message.Name,
            At = DateTimeOffset.FromUnixTimeSeconds(push.Message.CreateTime),
            Verdict = push.Verdict.ToString(),
            Attempts = push.Attempts.Count,
            push.Fault,
            Statuses = push.Attempts.Select(attempt => attempt.Status),
        }),
    };

    private static string Short(string text) => text.Length <= 2000 ? text : text[..2000] + "…";
}
