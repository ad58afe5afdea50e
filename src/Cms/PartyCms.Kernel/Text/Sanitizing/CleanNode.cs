namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>
/// One node of the clean tree: an element with children, an element with a line of text, or a bare line (no name).
/// </summary>
internal sealed class CleanNode(string name)
{
    public string Name { get; } = name;

    /// <summary>Attributes as they are written, escaped, each with a space before it; without <c>class</c>.</summary>
    public string Attributes { get; init; } = "";

    public TextAlignment Alignment { get; set; }

    public bool IsLead { get; init; }

    public CleanNode? Parent { get; private set; }

    public List<CleanNode> Children { get; } = [];

    /// <summary>Text and inline elements; only on elements that hold no blocks, and on bare lines.</summary>
    public InlineContent? Line { get; init; }

    public bool IsBareLine => Name.Length == 0;

    public CleanNode Add(CleanNode child)
    {
        child.Parent = this;
        Children.Add(child);
        return child;
    }

    public static CleanNode BareLine() => new("") { Line = new InlineContent(maxBreaks: 2) };

    public static CleanNode Paragraph(TextAlignment alignment, bool isLead = false) =>
        new("p") { Line = new InlineContent(maxBreaks: 1), Alignment = alignment, IsLead = isLead };

    /// <summary>The same line of text without the paragraph around it.</summary>
    public static CleanNode BareLineOf(CleanNode paragraph) => new("") { Line = paragraph.Line };

    /// <summary>The same line of text as a paragraph of its own.</summary>
    public static CleanNode ParagraphOf(CleanNode bareLine) => new("p") { Line = bareLine.Line };
}
