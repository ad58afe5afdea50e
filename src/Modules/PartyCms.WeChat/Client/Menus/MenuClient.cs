using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.Menus;

/// <summary>自定义菜单. Followers see a change within five minutes, when they open the account anew.</summary>
internal sealed class MenuClient(WeChatApi api)
{
    /// <summary>Puts a menu in the place of the one before; also of one that was made by hand.</summary>
    public Task<WeChatResult<Acknowledged>> CreateAsync(IReadOnlyList<MenuButton> buttons, CancellationToken cancellationToken) =>
        api.TellAsync(
            ApiCall.Ask("/cgi-bin/menu/create", new Menu { Buttons = buttons }) with { Needs = Capability.Menu }, cancellationToken);

    /// <summary>The menus that were made by program; 46003 means that there are none.</summary>
    public Task<WeChatResult<AccountMenus>> GetAsync(CancellationToken cancellationToken) =>
        api.SendAsync<AccountMenus>(ApiCall.Get("/cgi-bin/menu/get") with { Needs = Capability.Menu }, cancellationToken);

    /// <summary>What followers see now, also where it was made by hand: worth keeping before it is replaced.</summary>
    public Task<WeChatResult<CurrentMenu>> GetCurrentAsync(CancellationToken cancellationToken) =>
        api.SendAsync<CurrentMenu>(
            ApiCall.Get("/cgi-bin/get_current_selfmenu_info") with { Needs = Capability.Menu }, cancellationToken);

    /// <summary>Takes all menus away, the conditional ones too.</summary>
    public Task<WeChatResult<Acknowledged>> DeleteAllAsync(CancellationToken cancellationToken) =>
        api.TellAsync(ApiCall.Get("/cgi-bin/menu/delete") with { Needs = Capability.Menu }, cancellationToken);

    /// <summary>Adds a menu for some followers. Needs a menu for everybody (65303). Not repeated: it would be there twice.</summary>
    public Task<WeChatResult<MenuReference>> AddConditionalAsync(
        IReadOnlyList<MenuButton> buttons, MenuRule rule, CancellationToken cancellationToken) =>
        api.SendAsync<MenuReference>(
            Conditional(ApiCall.Post("/cgi-bin/menu/addconditional", new Menu { Buttons = buttons, Rule = rule })), cancellationToken);

    public Task<WeChatResult<Acknowledged>> DeleteConditionalAsync(string menuId, CancellationToken cancellationToken) =>
        api.TellAsync(Conditional(ApiCall.Ask("/cgi-bin/menu/delconditional", new MenuReference(menuId))), cancellationToken);

    /// <summary>The menu that one person sees.</summary>
    /// <param name="userId">An OpenId or the name chosen at WeChat.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<Menu>> TryMatchAsync(string userId, CancellationToken cancellationToken) =>
        api.SendAsync<Menu>(Conditional(ApiCall.Ask("/cgi-bin/menu/trymatch", new MenuViewer(userId))), cancellationToken);

    private static ApiCall Conditional(ApiCall call) => call with { Needs = Capability.ConditionalMenu };
}
