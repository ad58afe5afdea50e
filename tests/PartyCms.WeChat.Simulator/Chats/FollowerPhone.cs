using System.Xml.Linq;
using PartyCms.WeChat.Simulator.Menus;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.WeChat.Simulator.Chats;

/// <summary>
/// One person's phone: what they do there is pushed to the site, and each act waits until the site has answered or
/// WeChat has given up.
/// </summary>
public sealed class FollowerPhone
{
    private const long FirstMessageId = 24_500_000_000_000_000;

    private readonly SimulatedWeChat _world;
    private readonly Pusher _pusher;

    internal FollowerPhone(SimulatedWeChat world, Pusher pusher, string openId)
    {
        _world = world;
        _pusher = pusher;
        OpenId = openId;
    }

    /// <summary>Whose phone it is.</summary>
    public string OpenId { get; }

    /// <summary>The chat as the person sees it.</summary>
    public IReadOnlyList<ChatMessage> Chat => _world.Chats.Of(OpenId);

    /// <summary>The menu as the person sees it.</summary>
    public IReadOnlyList<MenuButton> Menu => _world.Menus.For(_world.Followers.Require(OpenId));

    /// <summary>Writes a text to the account.</summary>
    public Task<PushDelivery> SayAsync(string text, CancellationToken cancellationToken = default)
    {
        Show("text", text);
        return SendAsync("text", cancellationToken, AccountEvents.Text("Content", text));
    }

    /// <summary>Taps one of the choices that the account offered.</summary>
    public Task<PushDelivery> ChooseAsync(string choiceId, string text, CancellationToken cancellationToken = default)
    {
        Show("text", text);
        return SendAsync(
            "text", cancellationToken, AccountEvents.Text("Content", text), AccountEvents.Text("bizmsgmenuid", choiceId));
    }

    /// <summary>Sends a message of any type: <c>image</c>, <c>voice</c>, <c>location</c>, …</summary>
    /// <param name="type">Its <c>MsgType</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="fields">What belongs to the type.</param>
    public Task<PushDelivery> SendAsync(string type, CancellationToken cancellationToken, params IReadOnlyList<XElement> fields)
    {
        _world.CustomerWindows.Wrote(OpenId);
        return _pusher.DeliverAsync(
            new PushMessage(OpenId, _world.Clock.GetUtcNow().ToUnixTimeSeconds(), [
                AccountEvents.Text("MsgType", type),
                .. fields,
                new XElement("MsgId", _world.Ids.Number(FirstMessageId)),
            ]),
            cancellationToken);
    }

    /// <summary>Begins to follow, by search or by a QR code.</summary>
    /// <param name="code">Ticket or scene of the code that was scanned.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<PushDelivery> FollowAsync(string? code = null, CancellationToken cancellationToken = default)
    {
        var scene = code is null ? null : Code(code);
        _world.Followers.Change(OpenId, person => person with
        {
            IsFollowing = true,
            FollowedAt = _world.Clock.GetUtcNow(),
            Scene = scene is null ? "ADD_SCENE_SEARCH" : "ADD_SCENE_QR_CODE",
            QrScene = scene?.Scene ?? "",
        });
        _world.CustomerWindows.Acted(OpenId, "follow");
        Show("system", "你已关注该公众号");
        return scene is null
            ? EventAsync("subscribe", cancellationToken, AccountEvents.Text("EventKey", ""))
            : EventAsync(
                "subscribe",
                cancellationToken,
                AccountEvents.Text("EventKey", "qrscene_" + scene.Scene),
                AccountEvents.Text("Ticket", scene.Ticket));
    }

    /// <summary>Stops following.</summary>
    public Task<PushDelivery> UnfollowAsync(CancellationToken cancellationToken = default)
    {
        _world.Followers.Change(OpenId, person => person with { IsFollowing = false, TagIds = [], Remark = "" });
        _world.CustomerWindows.Close(OpenId);
        Show("system", "你已取消关注");
        return EventAsync("unsubscribe", cancellationToken, AccountEvents.Text("EventKey", ""));
    }

    /// <summary>Scans a QR code of the account: who does not follow yet begins to.</summary>
    public Task<PushDelivery> ScanAsync(string code, CancellationToken cancellationToken = default)
    {
        if (!_world.Followers.Require(OpenId).IsFollowing)
        {
            return FollowAsync(code, cancellationToken);
        }

        var scene = Code(code);
        _world.CustomerWindows.Acted(OpenId, "scan");
        return EventAsync(
            "SCAN",
            cancellationToken,
            AccountEvents.Text("EventKey", scene.Scene),
            AccountEvents.Text("Ticket", scene.Ticket));
    }

    /// <summary>Taps a button of the menu by its name; buttons below others are found as well.</summary>
    /// <exception cref="ArgumentException">The menu has no such button.</exception>
    public Task<PushDelivery> TapAsync(string name, CancellationToken cancellationToken = default)
    {
        var button = Menu.SelectMany(top => (IEnumerable<MenuButton>)[top, .. top.Buttons])
            .FirstOrDefault(button => button.Name == name && button.Type.Length > 0)
            ?? throw new ArgumentException("The menu has no such button.", nameof(name));
        var (eventName, fields) = MenuTap.Describe(button, _world.Menus.MenuId);
        if (eventName is not "VIEW")
        {
            _world.CustomerWindows.Acted(OpenId, "menu");
        }

        return EventAsync(eventName, cancellationToken, fields);
    }

    /// <summary>Answers a page that asked for consent to notices.</summary>
    public Task<PushDelivery> AnswerSubscriptionAsync(string templateId, bool accepts, CancellationToken cancellationToken = default)
    {
        if (accepts)
        {
            _world.Notices.Grant(OpenId, templateId);
        }

        return EventAsync("subscribe_msg_popup_event", cancellationToken, new XElement(
            "SubscribeMsgPopupEvent",
            new XElement(
                "List",
                AccountEvents.Text("TemplateId", templateId),
                AccountEvents.Text("SubscribeStatusString", accepts ? "accept" : "reject"),
                new XElement("PopupScene", 2))));
    }

    /// <summary>Pushes any event in the person's name.</summary>
    public Task<PushDelivery> EventAsync(string name, CancellationToken cancellationToken, params IReadOnlyList<XElement> fields) =>
        _pusher.DeliverAsync(_world.Events.Event(OpenId, name, fields), cancellationToken);

    private QrCodes.SceneCode Code(string ticketOrScene) =>
        _world.SceneCodes.Find(ticketOrScene) ?? throw new ArgumentException("No such QR code is valid.", nameof(ticketOrScene));

    private void Show(string kind, string text) => _world.Chats.Add(
        OpenId, new ChatMessage(_world.Clock.GetUtcNow(), IsFromAccount: kind == "system", kind) { Text = text, Source = "user" });
}
