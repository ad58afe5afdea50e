using System.Xml.Linq;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.WeChat.Simulator.Menus;

/// <summary>The event that a tap on a button causes, with what a phone would have picked along the way.</summary>
internal static class MenuTap
{
    public static (string Event, IReadOnlyList<XElement> Fields) Describe(MenuButton button, long menuId) => button.Type switch
    {
        "click" => ("CLICK", [Key(button.Key)]),
        "view" => ("VIEW", [Key(button.Url), new XElement("MenuId", menuId)]),
        "miniprogram" => ("view_miniprogram", [Key(button.PagePath), new XElement("MenuId", menuId)]),
        "scancode_push" or "scancode_waitmsg" => (button.Type, [
            Key(button.Key),
            new XElement(
                "ScanCodeInfo",
                AccountEvents.Text("ScanType", "qrcode"),
                AccountEvents.Text("ScanResult", "https://example.com/scanned")),
        ]),
        "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin" => (button.Type, [
            Key(button.Key),
            new XElement(
                "SendPicsInfo",
                new XElement("Count", 1),
                new XElement("PicList", new XElement("item", AccountEvents.Text("PicMd5Sum", "1b5f7c23b5bf75682a53e7b6d163e185")))),
        ]),
        "location_select" => (button.Type, [
            Key(button.Key),
            new XElement(
                "SendLocationInfo",
                AccountEvents.Text("Location_X", "39.908823"),
                AccountEvents.Text("Location_Y", "116.397470"),
                AccountEvents.Text("Scale", "15"),
                AccountEvents.Text("Label", "北京市东城区"),
                AccountEvents.Text("Poiname", "")),
        ]),
        _ => ("VIEW", [Key(button.ArticleId + button.MediaId), new XElement("MenuId", menuId)]),
    };

    private static XElement Key(string key) => AccountEvents.Text("EventKey", key);
}
