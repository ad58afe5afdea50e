using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PartyCms.Kernel.Web;

namespace PartyCms.Themes.Microsite;

/// <summary>The links of the reading settings: each keeps what it does not change and leads back to the same page.</summary>
internal sealed record ReadingSettings(IReadOnlyList<ReadingSettings.Group> Groups)
{
    public static ReadingSettings Of(HttpContext http)
    {
        var now = DisplayPreferences.Of(http.Request);
        var back = Uri.EscapeDataString(PageOf(http));
        return new ReadingSettings(
        [
            new("字号", [Size("standard", "标准"), Size("large", "大"), Size("xlarge", "特大")]),
            new("字体", [Script("hans", "简体"), Script("hant", "繁體")]),
            new("颜色", [Theme("auto", "跟随系统"), Theme("light", "浅色"), Theme("dark", "深色")]),
        ]);

        Choice Size(string value, string text) => To("size", value, text, now.Size);
        Choice Script(string value, string text) => To("script", value, text, now.Script);
        Choice Theme(string value, string text) => To("theme", value, text, now.Theme);
        Choice To(string name, string value, string text, string current) =>
            new($"/display?{name}={value}&return={back}", text, value == current);
    }

    // An error page is shown in the place of another address; that one is where the reader stands.
    private static string PageOf(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is { } original
            ? UriHelper.BuildRelative(original.OriginalPathBase, original.OriginalPath, new QueryString(original.OriginalQueryString))
            : http.Request.GetEncodedPathAndQuery();

    internal sealed record Group(string Text, IReadOnlyList<Choice> Choices);

    internal sealed record Choice(string Href, string Text, bool IsCurrent);
}
