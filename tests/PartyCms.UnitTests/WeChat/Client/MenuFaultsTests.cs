using PartyCms.WeChat.Client.Menus;
using PartyCms.WeChat.Console.Menus;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class MenuFaultsTests
{
    private static readonly MenuButton Fine = new() { Type = "view", Name = "党课学习", Url = "https://dj.example.cn/lessons" };

    public static TheoryData<string, string> Faulty => new()
    {
        { "名称太长", "Name" }, { "没有设置动作", "Type" }, { "没有填写网址", "NoUrl" }, { "网址不完整", "Relative" },
        { "网址太长", "LongUrl" }, { "没有填写关键词", "NoKey" }, { "关键词太长", "LongKey" }, { "没有填写小程序 AppID", "NoAppId" },
        { "没有填写小程序页面路径", "NoPagePath" }, { "没有填写文章编号", "NoArticle" }, { "没有填写素材编号", "NoMedia" },
        { "最多放 5 个子菜单", "SixBelow" }, { "下的“子菜单", "BelowWithoutAction" },
    };

    [Fact]
    public void A_menu_as_WeChat_wants_it_has_no_fault() => Assert.Equal(
        [],
        MenuFaults.Of(
            [
                Fine,
                new MenuButton { Name = "我的支部", SubButtons = [new MenuButton { Type = "click", Name = "签到", Key = "签到" }] },
                new MenuButton { Type = "miniprogram", Name = "小程序", Url = "https://dj.example.cn", AppId = "wx1", PagePath = "p" },
            ]));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_WeChat_would_refuse_is_named(string words, string kind) =>
        Assert.Contains(words, Assert.Single(MenuFaults.Of([Button(kind)])), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_menu_has_one_to_three_buttons(int count) =>
        Assert.Equal(["菜单要有 1 到 3 个按钮。"], MenuFaults.Of([.. Enumerable.Repeat(Fine, count)]));

    [Fact]
    public void What_is_typed_comes_back_as_it_was()
    {
        IReadOnlyList<MenuButton> buttons =
        [
            Fine,
            new MenuButton
            {
                Name = "支部",
                SubButtons =
                [
                    new MenuButton { Type = "click", Name = "签到", Key = "签到" },
                    new MenuButton { Type = "article_id", Name = "章程", ArticleId = "a1" },
                    new MenuButton { Type = "media_id", Name = "图片", MediaId = "m1" },
                    new MenuButton { Type = "miniprogram", Name = "程序", Url = "https://dj.example.cn", AppId = "wx1", PagePath = "p" },
                ],
            },
        ];

        var form = MenuForm.Of(buttons);

        Assert.Equal(
            PartyCms.WeChat.Client.WeChatJson.Write(new Menu { Buttons = buttons }),
            PartyCms.WeChat.Client.WeChatJson.Write(new Menu { Buttons = form.Read() }));
    }

    private static MenuButton Button(string kind) => kind switch
    {
        "Name" => Fine with { Name = "党课学习专题" },
        "Type" => Fine with { Type = "unknown" },
        "NoUrl" => Fine with { Url = null },
        "Relative" => Fine with { Url = "/lessons" },
        "LongUrl" => Fine with { Url = "https://dj.example.cn/" + new string('a', 1024) },
        "NoKey" => new MenuButton { Type = "click", Name = "签到" },
        "LongKey" => new MenuButton { Type = "click", Name = "签到", Key = new string('签', 43) },
        "NoAppId" => new MenuButton { Type = "miniprogram", Name = "程序", Url = "https://dj.example.cn", PagePath = "p" },
        "NoPagePath" => new MenuButton { Type = "miniprogram", Name = "程序", Url = "https://dj.example.cn", AppId = "wx1" },
        "NoArticle" => new MenuButton { Type = "article_id", Name = "章程" },
        "NoMedia" => new MenuButton { Type = "media_id", Name = "图片" },
        "SixBelow" => new MenuButton { Name = "支部", SubButtons = [.. Enumerable.Repeat(Fine, 6)] },
        "BelowWithoutAction" => new MenuButton { Name = "支部", SubButtons = [new MenuButton { Name = "子菜单", Type = "none" }] },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
