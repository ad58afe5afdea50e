using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <content>Emphasis, links, pictures, sound and film.</content>
internal sealed partial class CleanTreeBuilder
{
    private const int MaxOpenFormats = 100;

    private readonly List<OpenFormat> _openFormats = [];

    /// <summary>Emphasis and link of the text that comes next, as the open elements and spans make them.</summary>
    private InlineFormats _formats;
    private LinkTarget? _link;

    /// <summary>Sound or film whose end tag has not come; its content is for browsers that cannot play it.</summary>
    private CleanNode? _media;
    private bool _mediaHasSource;

    private void StartFormat(HtmlTagToken tag, InlineFormats formats)
    {
        // Some editors wrap everything they copy in <b style="font-weight:normal">.
        var isBold = InlineStyle.Parse(tag.Attribute("style")).IsBold ?? true;
        AddFormat(new OpenFormat(tag.Name, isBold ? formats : formats & ~InlineFormats.Strong, null));
    }

    private void StartLink(HtmlTagToken tag)
    {
        EndFormat("a");
        AddFormat(new OpenFormat("a", InlineFormats.None, UrlPolicy.Link(tag.Attribute("href")) is { } href
            ? new LinkTarget(href, tag.TextAttribute("title"))
            : null));
    }

    private void AddFormat(OpenFormat format)
    {
        if (_openFormats.Count < MaxOpenFormats)
        {
            _openFormats.Add(format);
            RefreshFormats();
        }
    }

    private void EndFormat(string name)
    {
        var outside = _frames.FindLast(frame => frame.Kind == FrameKind.TableCell)?.FormatsOutside ?? 0;
        var last = _openFormats.FindLastIndex(format => format.Name == name);
        if (last >= outside && last >= 0)
        {
            _openFormats.RemoveAt(last);
            RefreshFormats();
        }
    }

    private void EndFormatsOfCell(Frame cell)
    {
        if (_openFormats.Count > cell.FormatsOutside)
        {
            _openFormats.RemoveRange(cell.FormatsOutside, _openFormats.Count - cell.FormatsOutside);
            RefreshFormats();
        }
    }

    private void StartSpan(HtmlTagToken tag)
    {
        var style = InlineStyle.Parse(tag.Attribute("style"));
        Push(new Frame(FrameKind.Span, tag.Name)
        {
            Alignment = Top.Alignment,
            WrittenAlignment = Top.WrittenAlignment,
            Formats = style.Formats | (style.IsBold == true ? InlineFormats.Strong : InlineFormats.None),
            ListMarker = style.IsListMarker ? new StringBuilder() : null,
        });
        RefreshFormats();
    }

    private void RefreshFormats()
    {
        _formats = InlineFormats.None;
        _link = null;
        foreach (var format in _openFormats)
        {
            _formats |= format.Formats;
            _link = format.Name == "a" ? format.Link : _link;
        }

        foreach (var frame in _frames)
        {
            _formats |= frame.Formats;
        }
    }

    private StringBuilder? ListMarker() => Top.Kind == FrameKind.Span
        ? _frames.FindLast(frame => frame.ListMarker is not null || frame.Kind != FrameKind.Span)?.ListMarker
        : null;

    /// <summary>Keeps the number that a word processor wrote before a list item; a bullet says nothing.</summary>
    private void AddListMarker(StringBuilder? written)
    {
        var marker = written?.ToString().Trim();
        if (!string.IsNullOrEmpty(marker) && IsNumber(marker))
        {
            AddText(TextCharacters.IsWide(marker[^1]) ? marker : marker + " ");
        }
    }

    /// <summary>Numbers have a digit, a Chinese numeral or a sign behind; bullets are letters of their font.</summary>
    private static bool IsNumber(string marker) =>
        marker.Any(c => char.IsAsciiDigit(c) || TextCharacters.IsWide(c)) ||
        (marker.Length > 1 && marker[^1] is '.' or ')');

    private void AddImage(HtmlTagToken tag)
    {
        // Pages that load pictures late keep the address here and a placeholder in src.
        var late = UrlPolicy.Resource(tag.Attribute("data-src"));
        var source = late ?? UrlPolicy.Resource(tag.Attribute("src"));
        if (source is not null)
        {
            var size = ImageSize.Of(tag, isStyled: late is null);
            LineForContent().AddElement(
                new CleanNode("img")
                {
                    Attributes = size.Class + TagAttributes.Write("src", source) +
                        TagAttributes.Write("alt", tag.TextAttribute("alt")) + size.Pixels,
                },
                _link);
        }
    }

    private void StartMedia(HtmlTagToken tag)
    {
        var source = UrlPolicy.Resource(tag.Attribute("src"));
        var poster = tag.Name == "video" ? UrlPolicy.Resource(tag.Attribute("poster")) : null;
        _mediaHasSource = source is not null;
        _media = new CleanNode(tag.Name)
        {
            Attributes = (source is null ? "" : TagAttributes.Write("src", source)) +
                (poster is null ? "" : TagAttributes.Write("poster", poster)) +
                " controls preload=\"metadata\"" +
                (tag.Name == "video" ? tag.Size() : ""),
        };
    }

    private void AddMediaSource(HtmlTagToken tag)
    {
        if (tag.Name == "source" && UrlPolicy.Resource(tag.Attribute("src")) is { } source)
        {
            _mediaHasSource = true;
            var type = tag.TextAttribute("type");
            var isMediaType = type.Length is > 0 and < 100 &&
                type.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '+' or '.');
            var typeAttribute = isMediaType ? TagAttributes.Write("type", type) : "";
            _media!.Add(new CleanNode("source") { Attributes = TagAttributes.Write("src", source) + typeAttribute });
        }
    }

    private void EndMedia()
    {
        if (_media is not null && _mediaHasSource)
        {
            // Players have controls, which a link around them would make unusable.
            LineForContent().AddElement(_media, null);
        }

        _media = null;
    }

    /// <summary>An emphasis element or link of the source that has not ended.</summary>
    private sealed record OpenFormat(string Name, InlineFormats Formats, LinkTarget? Link);
}
