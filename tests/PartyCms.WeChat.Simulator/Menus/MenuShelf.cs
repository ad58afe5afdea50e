using PartyCms.WeChat.Simulator.Followers;

namespace PartyCms.WeChat.Simulator.Menus;

/// <summary>The account's menus. Of the conditional ones that fit a follower, the newest is shown.</summary>
public sealed class MenuShelf
{
    private readonly Lock _gate = new();
    private readonly List<ConditionalMenu> _conditional = [];
    private IReadOnlyList<MenuButton> _buttons = [];

    internal MenuShelf()
    {
    }

    /// <summary>The menu for everybody; empty if there is none.</summary>
    public IReadOnlyList<MenuButton> Default
    {
        get
        {
            lock (_gate)
            {
                return _buttons;
            }
        }
    }

    /// <summary>Menus for some followers, the oldest first.</summary>
    public IReadOnlyList<ConditionalMenu> Conditional
    {
        get
        {
            lock (_gate)
            {
                return [.. _conditional];
            }
        }
    }

    /// <summary>Whether the menu was made at mp.weixin.qq.com and not by a call.</summary>
    public bool IsMadeByHand { get; private set; }

    internal long MenuId { get; private set; }

    /// <summary>What one person sees at the bottom of the chat.</summary>
    public IReadOnlyList<MenuButton> For(Follower person)
    {
        lock (_gate)
        {
            return _conditional.FindLast(menu => Fits(menu, person))?.Buttons ?? _buttons;
        }
    }

    /// <summary>Makes a menu as a person does at mp.weixin.qq.com: only get_current_selfmenu_info tells of it.</summary>
    public void SetByHand(IReadOnlyList<MenuButton> buttons)
    {
        lock (_gate)
        {
            (_buttons, IsMadeByHand) = (buttons, true);
        }
    }

    internal void Set(IReadOnlyList<MenuButton> buttons, long menuId)
    {
        lock (_gate)
        {
            (_buttons, MenuId, IsMadeByHand) = (buttons, menuId, false);
        }
    }

    internal void Add(ConditionalMenu menu)
    {
        lock (_gate)
        {
            _conditional.Add(menu);
        }
    }

    internal bool Remove(long menuId)
    {
        lock (_gate)
        {
            return _conditional.RemoveAll(menu => menu.MenuId == menuId) > 0;
        }
    }

    internal void Clear()
    {
        lock (_gate)
        {
            _buttons = [];
            _conditional.Clear();
        }
    }

    private static bool Fits(ConditionalMenu menu, Follower person) =>
        (menu.TagId is not { } tag || person.TagIds.Contains(tag)) && (menu.Platform is not { } platform || platform == person.Platform);
}
