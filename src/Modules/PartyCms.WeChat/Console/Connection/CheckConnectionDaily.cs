using Microsoft.Extensions.Options;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>Looks every night whether WeChat still grants what the site needs.</summary>
internal sealed class CheckConnectionDaily(CheckConnection check, IOptions<WeChatOptions> options, SiteTime time) : IScheduledJob
{
    private static readonly TimeOnly Quiet = new(4, 10);

    public string Name => "wechat.check-connection";

    public string DisplayName => "检查公众号连接";

    public DateTimeOffset NextRun(DateTimeOffset finished) => time.NextAt(Quiet, finished);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.HasApi)
        {
            await check.RunAsync(cancellationToken);
        }
    }
}
