using System.Text;
using PartyCms.WeChat.Client.Menus;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>What WeChat would refuse in a menu, in words that say which button.</summary>
internal static class MenuFaults
{
    public static IReadOnlyList<string> Of(IReadOnlyList<MenuButton> buttons) =>
    [
        .. CountFault(buttons),
        .. buttons.SelectMany((button, place) => OfTop(button, $"第 {place + 1} 个菜单“{button.Name}”")),
    ];

    private static IEnumerable<string> CountFault(IReadOnlyList<MenuButton> buttons) =>
        buttons.Count is 0 or > MenuButton.MostButtons ? ["菜单要有 1 到 3 个按钮。"] : [];

    private static IEnumerable<string> OfTop(MenuButton button, string where) =>
    [
        .. TooLong(button.Name, MenuButton.NameBytes, $"{where}的名称太长：最多 5 个汉字，手机上只显示前 4 个。"),
        .. button.SubButtons is { Count: > 0 } below ? OfBelow(below, where) : OfAction(button, where),
    ];

    private static IEnumerable<string> OfBelow(IReadOnlyList<MenuButton> below, string where) =>
    [
        .. below.Count > MenuButton.MostSubButtons ? (string[])[$"{where}下面最多放 5 个子菜单。"] : [],
        .. below.SelectMany(sub => OfSub(sub, $"{where}下的“{sub.Name}”")),
    ];

    private static IEnumerable<string> OfSub(MenuButton button, string where) =>
    [
        .. TooLong(button.Name, MenuButton.SubNameBytes, $"{where}的名称太长：最多 20 个汉字，手机上只显示前 8 个。"),
        .. OfAction(button, where),
    ];

    private static IEnumerable<string> OfAction(MenuButton button, string where)
    {
        if (ButtonType.Find(button.Type) is not { } type)
        {
            return [$"{where}没有设置动作。"];
        }

        return type.Target switch
        {
            ButtonTarget.Key => Missing(button.Key, $"{where}没有填写关键词。")
                ?? TooLong(button.Key, MenuButton.KeyBytes, $"{where}的关键词太长，最多 {MenuButton.KeyBytes / 3} 个汉字。"),
            ButtonTarget.Article => Missing(button.ArticleId, $"{where}没有填写文章编号。") ?? [],
            ButtonTarget.Media => Missing(button.MediaId, $"{where}没有填写素材编号。") ?? [],
            ButtonTarget.Address => [.. OfAddress(button, where), .. OfMiniProgram(button, where)],
        };
    }

    private static IEnumerable<string> OfAddress(MenuButton button, string where) =>
        Missing(button.Url, $"{where}没有填写网址。")
        ?? (Uri.TryCreate(button.Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? TooLong(button.Url, MenuButton.UrlBytes, $"{where}的网址太长，最多 {MenuButton.UrlBytes} 个字节。")
            : [$"{where}的网址不完整，要以 https:// 开头。"]);

    private static IEnumerable<string> OfMiniProgram(MenuButton button, string where) => button.Type != "miniprogram"
        ? []
        : Missing(button.AppId, $"{where}没有填写小程序 AppID。") ?? Missing(button.PagePath, $"{where}没有填写小程序页面路径。") ?? [];

    private static IEnumerable<string>? Missing(string? value, string fault) => string.IsNullOrEmpty(value) ? [fault] : null;

    private static IEnumerable<string> TooLong(string? value, int bytes, string fault) =>
        Encoding.UTF8.GetByteCount(value ?? "") > bytes ? [fault] : [];
}
