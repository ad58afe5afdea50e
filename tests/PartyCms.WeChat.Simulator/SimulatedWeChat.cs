using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Drafts;
using PartyCms.WeChat.Simulator.Faults;
using PartyCms.WeChat.Simulator.Figures;
using PartyCms.WeChat.Simulator.Followers;
using PartyCms.WeChat.Simulator.MassSending;
using PartyCms.WeChat.Simulator.Materials;
using PartyCms.WeChat.Simulator.Menus;
using PartyCms.WeChat.Simulator.Notices;
using PartyCms.WeChat.Simulator.OAuth;
using PartyCms.WeChat.Simulator.Publishing;
using PartyCms.WeChat.Simulator.Pushing;
using PartyCms.WeChat.Simulator.QrCodes;
using PartyCms.WeChat.Simulator.Tokens;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator;

/// <summary>
/// Everything that WeChat knows about one account, in memory. Calls change it one at a time; it may be read and
/// changed from any thread while they come in.
/// </summary>
public sealed class SimulatedWeChat
{
    /// <summary>A world as it is before the first call.</summary>
    public SimulatedWeChat(SimulatorOptions options)
    {
        Clock = options.Clock;
        Account = new SimulatedAccount(options);
        Callback = new CallbackSettings(options);
        Tokens = new TokenFamilies(Clock);
        Quotas = new Quotas(Clock);
        Minutes = new MinuteCounter(Clock);
        Materials = new MaterialStore(Clock);
        Drafts = new DraftBox(Clock);
        Followers = new FollowerBook(Clock);
        Figures = new FigureBook(Followers);
        SceneCodes = new SceneCodes(Clock);
        CustomerWindows = new CustomerWindows(Clock);
        OAuth = new OAuthDesk(Clock);
        SiteUrl = options.SiteUrl;
        SignInUrl = options.SignInUrl;
        Ids = new SimulatedIds(() => Faults.GivesHugeIds);
        Publications = new Publications(this);
        MassSends = new MassSends(this);
        Events = new AccountEvents(this);
        foreach (var route in ApiTable.All.Where(route => route.DailyLimit is not null))
        {
            Quotas.SetLimit(route.Path, route.DailyLimit!.Value);
        }

        Clock.Advanced += (_, _) => RunDueJobs();
    }

    /// <summary>WeChat's time.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>The account and what it may do.</summary>
    public SimulatedAccount Account { get; }

    /// <summary>Where and how events are pushed.</summary>
    public CallbackSettings Callback { get; }

    /// <summary>Access tokens.</summary>
    public TokenFamilies Tokens { get; }

    /// <summary>Calls counted by day.</summary>
    public Quotas Quotas { get; }

    /// <summary>Uploaded files.</summary>
    public MaterialStore Materials { get; }

    /// <summary>Drafts.</summary>
    public DraftBox Drafts { get; }

    /// <summary>What was published without telling followers.</summary>
    public Publications Publications { get; }

    /// <summary>What was sent to many followers.</summary>
    public MassSends MassSends { get; }

    /// <summary>People.</summary>
    public FollowerBook Followers { get; }

    /// <summary>What WeChat counts by days.</summary>
    public FigureBook Figures { get; }

    /// <summary>Words that followers are sorted by.</summary>
    public TagBook Tags { get; } = new();

    /// <summary>Menus at the bottom of the chat.</summary>
    public MenuShelf Menus { get; } = new();

    /// <summary>QR codes with scenes.</summary>
    public SceneCodes SceneCodes { get; }

    /// <summary>Forms of notices, and consents to them.</summary>
    public NoticeBoard Notices { get; } = new();

    /// <summary>How the site recognizes people.</summary>
    public OAuthDesk OAuth { get; }

    /// <summary>When the account may write to whom.</summary>
    public CustomerWindows CustomerWindows { get; }

    /// <summary>What people see in the chat with the account.</summary>
    public ChatLog Chats { get; } = new();

    /// <summary>Switches for what goes wrong.</summary>
    public FaultSwitches Faults { get; } = new();

    /// <summary>All calls with their answers.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Where the simulator listens, without a slash at the end; addresses of articles begin with it.</summary>
    public string Origin { get; internal set; } = "http://mp.weixin.qq.com";

    /// <summary>Address of the account's site, opened from the phone; empty if there is none.</summary>
    public string SiteUrl { get; set; }

    /// <summary>Address at which the site recognizes who opens it; empty if there is none.</summary>
    public string SignInUrl { get; set; }

    internal Lock Gate { get; } = new();

    internal MinuteCounter Minutes { get; }

    internal SimulatedIds Ids { get; }

    internal AccountEvents Events { get; }

    internal PushQueue Pushes { get; } = new();

    internal int MassSendSpeed { get; set; }

    internal RecentIds TemplateIds { get; } = new();

    internal Dictionary<string, (string Data, DateTimeOffset ExpiresAt)> ShortKeys { get; } = new(StringComparer.Ordinal);

    internal (string Ticket, DateTimeOffset ExpiresAt) JsTicket { get; set; } = ("", DateTimeOffset.MinValue);

    /// <summary>Ends the jobs whose time has come. Happens by itself; tests that wait for nothing call it.</summary>
    public void RunDueJobs()
    {
        lock (Gate)
        {
            Publications.RunDue();
            MassSends.RunDue();
        }
    }

    /// <summary>Articles that have an address, taken back or not, the newest first.</summary>
    internal IEnumerable<(SimulatedArticle Article, DateTimeOffset At)> PublishedArticles() =>
        Publications.All.Where(job => job.Status is PublishStatus.Succeeded or PublishStatus.Deleted)
            .SelectMany(job => job.Articles.Select(article => (article, At: job.FinishedAt ?? job.SubmittedAt)))
            .Concat(MassSends.All.Where(job => job.FinalStatus == "sendsuccess")
                .SelectMany(job => job.Articles.Select(article => (article, At: job.AcceptedAt))))
            .OrderByDescending(entry => entry.At);

    internal IEnumerable<SimulatedArticle> ReadableArticles() =>
        PublishedArticles().Select(entry => entry.Article).Where(article => !article.IsDeleted);
}
