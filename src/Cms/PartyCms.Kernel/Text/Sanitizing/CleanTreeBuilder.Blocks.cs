using AngleSharp.Html.Parser.Tokens;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <content>Paragraphs, headings, lists and what else stands on lines of its own.</content>
internal sealed partial class CleanTreeBuilder
{
    private void StartSection(HtmlTagToken tag)
    {
        CloseParagraph();
        BreakTextBlock();
        if (LastBlock() is { IsImplied: true } list)
        {
            PopTo(_frames.IndexOf(list));
        }

        Push(NewFrame(FrameKind.Section, tag));
    }

    private void StartParagraph(HtmlTagToken tag)
    {
        CloseParagraph();
        if (OpenTextBlock() is not null)
        {
            BreakTextBlock();
            Push(NewFrame(FrameKind.Section, tag));
            return;
        }

        var container = Container(out _);
        var alignment = tag.Alignment() ?? Top.Alignment;
        var node = container.Add(CleanNode.Paragraph(NewAlignment(alignment), tag.HasClass("lead")));
        Push(NewFrame(FrameKind.Paragraph, tag, node));
    }

    private void StartHeading(HtmlTagToken tag, string name)
    {
        if (CloseTextBlock())
        {
            StartTextBlock(tag, FrameKind.Heading, name, new InlineContent(maxBreaks: 1), isAligned: true);
        }
        else
        {
            StartSection(tag);
        }
    }

    private void StartPreformatted(HtmlTagToken tag)
    {
        if (CloseTextBlock())
        {
            var line = new InlineContent(maxBreaks: 0, keepsWhiteSpace: true);
            StartTextBlock(tag, FrameKind.Heading, "pre", line, isAligned: false);
        }
        else
        {
            StartSection(tag);
        }
    }

    private void StartFigureCaption(HtmlTagToken tag)
    {
        CloseParagraph();
        var figure = OpenTextBlock() is null ? NearestContainer() : null;
        if (figure is { Kind: FrameKind.Figure } && !figure.Node!.Children.Exists(child => child.Name == "figcaption"))
        {
            PopTo(_frames.IndexOf(figure) + 1);
            StartTextBlock(tag, FrameKind.Caption, "figcaption", new InlineContent(maxBreaks: 1), isAligned: true);
        }
        else
        {
            StartParagraph(tag);
        }
    }

    private void StartTextBlock(HtmlTagToken tag, FrameKind kind, string name, InlineContent line, bool isAligned)
    {
        var container = Container(out _);
        var alignment = isAligned ? NewAlignment(tag.Alignment() ?? Top.Alignment) : TextAlignment.Start;
        Push(NewFrame(kind, tag, container.Add(new CleanNode(name) { Line = line, Alignment = alignment })));
    }

    private void AddRule()
    {
        if (CloseTextBlock())
        {
            Container(out _).Add(new CleanNode("hr"));
            _line = null;
        }
    }

    private void StartFigure(HtmlTagToken tag)
    {
        if (NearestContainer().Kind == FrameKind.Figure)
        {
            StartSection(tag);
        }
        else
        {
            StartContainer(tag, FrameKind.Figure, "figure");
        }
    }

    private void StartContainer(HtmlTagToken tag, FrameKind kind, string name, string attributes = "")
    {
        if (!CloseTextBlock() || IsTooDeep())
        {
            StartSection(tag);
            return;
        }

        var container = Container(out _, continuesItem: kind == FrameKind.List);
        Push(NewFrame(kind, tag, container.Add(new CleanNode(name) { Attributes = attributes })));
    }

    private void StartList(HtmlTagToken tag, string name) =>
        StartContainer(tag, FrameKind.List, name, name == "ol"
            ? tag.Number("start", -9999, 9999) + tag.Word("type", "a", "A", "i", "I")
            : "");

    private void StartListItem(HtmlTagToken tag)
    {
        var list = _frames.FindLastIndex(frame => frame.Kind is FrameKind.List or FrameKind.Quote or FrameKind.Figure
            or FrameKind.Caption or FrameKind.TableCell or FrameKind.Table);
        if (list >= 0 && _frames[list].Kind == FrameKind.List)
        {
            PopTo(list + 1);
        }
        else if (CloseTextBlock() && !IsTooDeep())
        {
            var node = Container(out _).Add(new CleanNode("ul"));
            Push(Inheriting(new Frame(FrameKind.List, "ul", node) { IsImplied = true }));
        }
        else
        {
            StartSection(tag);
            return;
        }

        var item = new CleanNode("li") { Attributes = tag.Number("value", -9999, 9999) };
        Push(NewFrame(FrameKind.ListItem, tag, Top.Node!.Add(item)));
    }

    /// <summary>The node that takes the next block; begins a list item or ends an implied list where needed.</summary>
    private CleanNode Container(out bool isInSection, bool continuesItem = false)
    {
        isInSection = false;
        for (var i = _frames.Count - 1; ; i--)
        {
            var frame = _frames[i];
            if (frame.IsContainer)
            {
                return frame.Node!;
            }

            if (frame.Kind == FrameKind.List)
            {
                if (!frame.IsImplied)
                {
                    return ImplyListItem(i, continuesItem);
                }

                PopTo(i);
            }
            else
            {
                // What stands in a table outside its cells goes behind the table, on a line of its own.
                isInSection |= frame.Kind != FrameKind.Span;
            }
        }
    }

    private CleanNode ImplyListItem(int list, bool continuesItem)
    {
        var node = _frames[list].Node!;
        var item = continuesItem && node.Children is [.., { Name: "li" } last] ? last : node.Add(new CleanNode("li"));
        _frames.Insert(list + 1, new Frame(FrameKind.ListItem, "li", item)
        {
            Alignment = _frames[list].Alignment,
            WrittenAlignment = _frames[list].WrittenAlignment,
        });
        return item;
    }

    private void CloseParagraph()
    {
        if (OpenTextBlock() is { Kind: FrameKind.Paragraph } paragraph)
        {
            PopTo(_frames.IndexOf(paragraph));
        }
    }

    /// <summary>Closes what cannot hold a block; false inside a caption, whose end only its own tag means.</summary>
    private bool CloseTextBlock()
    {
        var block = OpenTextBlock();
        if (block is { Kind: FrameKind.Caption })
        {
            return false;
        }

        if (block is not null)
        {
            PopTo(_frames.IndexOf(block));
        }

        return true;
    }

    /// <summary>Sections inside a heading or caption only begin new lines of it.</summary>
    private void BreakTextBlock()
    {
        if (OpenTextBlock() is { Kind: not FrameKind.Paragraph, Node.Line: { IsEmpty: false } line })
        {
            line.AddBreak();
        }
    }

    private Frame? LastBlock() => _frames.FindLast(frame => frame.Kind != FrameKind.Span);

    /// <summary>The container that a block would get into; a list stands for the item that it would begin.</summary>
    private Frame NearestContainer() => _frames.FindLast(frame => frame.IsContainer || frame.Kind == FrameKind.List)!;

    private bool IsTooDeep() => _frames.Count(frame =>
        frame.Kind is FrameKind.Quote or FrameKind.List or FrameKind.Table or FrameKind.Figure) >= MaxNesting;

    private TextAlignment NewAlignment(TextAlignment wanted) =>
        wanted == Top.WrittenAlignment ? TextAlignment.Start : wanted;

    private Frame NewFrame(FrameKind kind, HtmlTagToken tag, CleanNode? node = null) => new(kind, tag.Name, node)
    {
        Alignment = tag.Alignment() ?? Top.Alignment,
        WrittenAlignment = node is { Alignment: not TextAlignment.Start } ? node.Alignment : Top.WrittenAlignment,
    };

    private Frame Inheriting(Frame frame) => new(frame.Kind, frame.SourceName, frame.Node)
    {
        Alignment = Top.Alignment,
        WrittenAlignment = Top.WrittenAlignment,
        IsImplied = frame.IsImplied,
    };
}
