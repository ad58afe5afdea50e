namespace PartyCms.Kernel.Text.Sanitizing;

/// <content>Lines of text: which one the next text belongs to, and when a new one begins.</content>
internal sealed partial class CleanTreeBuilder
{
    /// <summary>Where text goes as long as no block begins or ends; null when that has to be found out.</summary>
    private CleanNode? _line;

    private void AddText(string text)
    {
        if (ListMarker() is { } marker)
        {
            marker.Append(text);
            return;
        }

        var isBlank = TextCharacters.IsBlank(text);
        if (isBlank && _line is null && OpenTextBlock()?.Node is null)
        {
            return;
        }

        var line = isBlank ? ResolveLine() : LineForContent();
        line.AddText(text, _formats, _link);
    }

    private void AddBreak() => ResolveLine().AddBreak();

    /// <summary>The line to add something visible to; two line breaks before it begin a new paragraph.</summary>
    private InlineContent LineForContent()
    {
        var line = ResolveLine();
        if (line is { PendingBreaks: > 1, IsEmpty: false } && _line is { Name: "p", Parent: { } parent } paragraph)
        {
            _line = parent.Add(CleanNode.Paragraph(paragraph.Alignment, paragraph.IsLead));
            if (_frames.Find(frame => frame.Node == paragraph) is { } frame)
            {
                frame.Node = _line;
            }
        }

        return _line!.Line!;
    }

    private InlineContent ResolveLine()
    {
        if (_line is null)
        {
            _line = OpenTextBlock()?.Node ?? StartLine();
        }

        return _line.Line!;
    }

    private CleanNode StartLine()
    {
        var container = Container(out var isInSection);
        return container.Add(isInSection ? CleanNode.Paragraph(NewAlignment(Top.Alignment)) : CleanNode.BareLine());
    }

    /// <summary>The open paragraph, heading or caption that text goes to, if there is one.</summary>
    private Frame? OpenTextBlock()
    {
        for (var i = _frames.Count - 1; i > 0; i--)
        {
            var frame = _frames[i];
            if (frame.IsTextBlock)
            {
                return frame;
            }

            if (frame.Kind is not (FrameKind.Span or FrameKind.Section))
            {
                return null;
            }
        }

        return null;
    }
}
