using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>
/// Builds a clean tree from the tags and texts of a source. The tree follows a strict grammar (text blocks hold only
/// inline content, lists only items, tables only rows of cells, no link in a link, bounded depth), because only what
/// is written strictly is read by every browser as the tree that was checked.
/// </summary>
internal sealed partial class CleanTreeBuilder
{
    /// <summary>Open spans and sections beyond this many lend nothing; only hostile sources get there.</summary>
    private const int MaxFrames = 200;

    /// <summary>Lists, quotes, tables and figures in one another; deeper ones lose their tags.</summary>
    private const int MaxNesting = 12;

    private readonly List<Frame> _frames;

    private CleanTreeBuilder()
    {
        Root = new CleanNode("body");
        _frames = [new Frame(FrameKind.Root, "", Root)];
    }

    private CleanNode Root { get; }

    private Frame Top => _frames[^1];

    public static CleanNode Build(string html)
    {
        var builder = new CleanTreeBuilder();
        foreach (var token in VisibleTokens.Read(html))
        {
            builder.Add(token);
        }

        builder.EndMedia();
        return builder.Root;
    }

    private void Add(HtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag when _media is null:
                Start(token.AsTag(), SourceElement.Of(token.Name));
                break;
            case HtmlTokenType.StartTag:
                AddMediaSource(token.AsTag());
                break;
            case HtmlTokenType.EndTag when _media is null:
                End(token.Name, SourceElement.Of(token.Name));
                break;
            case HtmlTokenType.EndTag when _media.Name == token.Name:
                EndMedia();
                break;
            case HtmlTokenType.Character when _media is null:
                AddText(token.Data);
                break;
        }
    }

    private void Start(HtmlTagToken tag, SourceElement element)
    {
        switch (element.Kind)
        {
            case SourceKind.Format: StartFormat(tag, element.Formats); break;
            case SourceKind.Span: StartSpan(tag); break;
            case SourceKind.Link: StartLink(tag); break;
            case SourceKind.Break: AddBreak(); break;
            case SourceKind.Image: AddImage(tag); break;
            case SourceKind.Media: StartMedia(tag); break;
            case SourceKind.Rule: AddRule(); break;
            case SourceKind.Section: StartSection(tag); break;
            case SourceKind.Paragraph: StartParagraph(tag); break;
            case SourceKind.Heading: StartHeading(tag, element.OutputName); break;
            case SourceKind.Preformatted: StartPreformatted(tag); break;
            case SourceKind.Quote: StartContainer(tag, FrameKind.Quote, "blockquote"); break;
            case SourceKind.List: StartList(tag, element.OutputName); break;
            case SourceKind.ListItem: StartListItem(tag); break;
            case SourceKind.Figure: StartFigure(tag); break;
            case SourceKind.FigureCaption: StartFigureCaption(tag); break;
            case SourceKind.Table: StartTable(tag); break;
            case SourceKind.TableCaption: StartTableCaption(tag); break;
            case SourceKind.TableSection: StartTableSection(tag); break;
            case SourceKind.TableRow: StartTableRow(tag); break;
            case SourceKind.TableCell: StartTableCell(tag); break;
            case SourceKind.ColumnGroup: StartColumnGroup(tag); break;
            case SourceKind.Column: AddColumn(tag); break;
        }
    }

    private void End(string name, SourceElement element)
    {
        switch (element.Kind)
        {
            case SourceKind.Format or SourceKind.Link:
                EndFormat(name);
                break;
            case SourceKind.Break:
                AddBreak();
                break;
            case not SourceKind.Unwrapped:
                EndFrame(name, element.Kind);
                break;
        }
    }

    private void EndFrame(string name, SourceKind kind)
    {
        for (var i = _frames.Count - 1; i > 0; i--)
        {
            var frame = _frames[i];
            if (frame.SourceName == name || (kind == SourceKind.Heading && frame.Kind == FrameKind.Heading))
            {
                var marker = frame.ListMarker;
                PopTo(i);
                AddListMarker(marker);
                return;
            }

            if (StopsEndTag(frame.Kind, kind))
            {
                return;
            }
        }
    }

    /// <summary>Whether an end tag of a kind has no effect from inside a frame of another.</summary>
    private static bool StopsEndTag(FrameKind frame, SourceKind endTag) => endTag switch
    {
        SourceKind.Span => frame != FrameKind.Span,
        SourceKind.ListItem => frame is FrameKind.List or FrameKind.TableCell or FrameKind.Table,
        SourceKind.Table or SourceKind.TableCaption or SourceKind.TableSection or SourceKind.TableRow
            or SourceKind.TableCell or SourceKind.ColumnGroup => frame == FrameKind.Table,
        _ => frame is FrameKind.TableCell or FrameKind.Table,
    };

    private void Push(Frame frame)
    {
        if (frame.Kind != FrameKind.Span)
        {
            _line = null;
        }

        if (_frames.Count < MaxFrames || frame.Node is not null)
        {
            _frames.Add(frame);
        }
    }

    /// <summary>Closes the frame at an index and all that are open in it.</summary>
    private void PopTo(int index)
    {
        var lostFormats = InlineFormats.None;
        for (var i = _frames.Count - 1; i >= index; i--)
        {
            var frame = _frames[i];
            _frames.RemoveAt(i);
            if (frame.Kind == FrameKind.Span)
            {
                lostFormats |= frame.Formats;
                continue;
            }

            _line = null;
            if (frame.Kind == FrameKind.TableCell)
            {
                EndFormatsOfCell(frame);
            }
            else if (frame.Kind == FrameKind.Section)
            {
                BreakTextBlock();
            }
        }

        if (lostFormats != InlineFormats.None)
        {
            RefreshFormats();
        }
    }
}
