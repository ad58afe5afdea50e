using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyCms.Themes.Microsite;

/// <summary>A drawing from the theme's sprite, silent for screen readers: <c>&lt;cms-icon name="home" /&gt;</c>.</summary>
[HtmlTargetElement("cms-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Id of the symbol in <c>wwwroot/icons.svg</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The view it stands in.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{StaticAssetUrl.Of(ViewContext.HttpContext, "icons.svg")}#{Name}\"></use>");
    }
}
