namespace PartyCms.WeChat.Simulator.Menus;

/// <summary>A menu for some followers only.</summary>
/// <param name="MenuId">Its id.</param>
/// <param name="Buttons">Its buttons.</param>
/// <param name="TagId">Tag that a follower must carry.</param>
/// <param name="Platform">1 iOS, 2 Android, 3 other.</param>
public sealed record ConditionalMenu(long MenuId, IReadOnlyList<MenuButton> Buttons, int? TagId, int? Platform);
