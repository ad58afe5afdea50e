using PartyCms.WeChat.Simulator;

namespace PartyCms.BrowserTests;

/// <summary>A live site whose account is at a WeChat of its own.</summary>
public sealed class LiveWeChatSite : IAsyncLifetime
{
    /// <summary>What WeChat's own browser says it is.</summary>
    public const string Agent =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0.7444.173 "
        + "Mobile Safari/537.36 XWEB/1420193 MicroMessenger/8.0.66.2980(0x28004252) WeChat/arm64 Language/zh_CN";

    private SimulatorApp? _weChat;
    private LiveSite? _site;

    /// <summary>WeChat.</summary>
    public SimulatorApp WeChat => _weChat!;

    /// <summary>The site.</summary>
    public LiveSite Site => _site!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _weChat = await SimulatorApp.StartAsync(new SimulatorOptions { SeedDemo = true });
        _site = new LiveSite { Settings = _weChat.SiteSettings };
        await _site.InitializeAsync();
        _weChat.World.Callback.Url = _site.Origin + "/wechat";
        _weChat.World.SiteUrl = _site.Origin;
        _weChat.World.SignInUrl = _site.Origin + "/wechat/oauth?return=/me";
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_weChat is not null)
        {
            await _weChat.DisposeAsync();
        }
    }
}

/// <summary>Lets the classes that need it share one; classes that do not, never start it.</summary>
[CollectionDefinition(nameof(LiveWeChatSite))]
public sealed class LiveWeChatUsers : ICollectionFixture<LiveWeChatSite>;
