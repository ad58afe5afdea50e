using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.WeChat.Simulator.Articles;
using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Faults;
using PartyCms.WeChat.Simulator.OAuth;
using PartyCms.WeChat.Simulator.Phone;
using PartyCms.WeChat.Simulator.Pushing;
using PartyCms.WeChat.Simulator.QrCodes;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator;

/// <summary>
/// A WeChat that listens on the loopback. Give the site <see cref="SiteSettings"/>, and set
/// <see cref="SimulatedWeChat.Callback"/> to the site's address.
/// </summary>
public sealed class SimulatorApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorApp(WebApplication app, SimulatedWeChat world)
    {
        _app = app;
        World = world;
        Pusher = app.Services.GetRequiredService<Pusher>();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string BaseAddress => World.Origin;

    /// <summary>Settings of a site, by key, that make this its WeChat.</summary>
    public IReadOnlyDictionary<string, string> SiteSettings => new Dictionary<string, string>
    {
        ["WeChat:AppId"] = World.Account.AppId,
        ["WeChat:AppSecret"] = World.Account.AppSecret,
        ["WeChat:Token"] = World.Callback.Token,
        ["WeChat:EncodingAesKey"] = World.Callback.EncodingAesKey,
        ["WeChat:Mode"] = World.Callback.Mode.ToString(),
        ["WeChat:ApiBase"] = BaseAddress,
        ["WeChat:OpenBase"] = BaseAddress,
        ["WeChat:MpBase"] = BaseAddress,
    };

    /// <summary>What WeChat knows; read it, and change it between calls.</summary>
    public SimulatedWeChat World { get; }

    /// <summary>WeChat's clock.</summary>
    public SimulatorClock Clock => World.Clock;

    /// <summary>Switches for what goes wrong.</summary>
    public FaultSwitches Faults => World.Faults;

    /// <summary>All calls with their answers.</summary>
    public RequestLog Requests => World.Requests;

    /// <summary>Delivers messages and events to the site.</summary>
    public Pusher Pusher { get; }

    /// <summary>The phone of a person who was added to <see cref="SimulatedWeChat.Followers"/>.</summary>
    public FollowerPhone PhoneOf(string openId) => new(World, Pusher, openId);

    /// <summary>Starts a simulator; it listens when the task is complete.</summary>
    /// <exception cref="IOException">The port of <see cref="SimulatorOptions.Url"/> is taken.</exception>
    public static async Task<SimulatorApp> StartAsync(
        SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var world = new SimulatedWeChat(options);
        if (options.SeedDemo)
        {
            DemoWorld.Fill(world);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.Services.AddSingleton(world);
        builder.Services.AddSingleton<ApiDispatcher>();
        builder.Services.AddSingleton<Pusher>(_ => new Pusher(world));
        builder.Services.AddSingleton<AuthorizePage>();
        builder.Services.AddSingleton<ArticlePages>();
        builder.Services.AddSingleton<QrPicture>();
        builder.Services.AddSingleton<PhoneState>();
        builder.Services.AddSingleton<PhoneEndpoints>();
        builder.Services.AddSingleton<OperatorState>();
        builder.Services.AddSingleton<OperatorEndpoints>();
        var app = builder.Build();
        Map(app);
        await app.StartAsync(cancellationToken);
        world.Origin = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.First().TrimEnd('/');
        return new SimulatorApp(app, world);
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Map(WebApplication app)
    {
        var dispatcher = app.Services.GetRequiredService<ApiDispatcher>();
        foreach (var family in (string[])["/cgi-bin", "/datacube", "/sns", "/wxaapi", "/wxa"])
        {
            app.Map(family + "/{**rest}", (RequestDelegate)dispatcher.RunAsync);
        }

        app.Services.GetRequiredService<AuthorizePage>().Map(app);
        app.Services.GetRequiredService<ArticlePages>().Map(app);
        app.Services.GetRequiredService<QrPicture>().Map(app);
        app.Services.GetRequiredService<PhoneEndpoints>().Map(app);
        app.Services.GetRequiredService<OperatorEndpoints>().Map(app);
        PageFiles.Map(app);
    }
}
