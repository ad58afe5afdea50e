using System.Text;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>What an open element of the source means for the content that follows in it.</summary>
internal enum FrameKind
{
    Root,
    Span,
    Section,
    Paragraph,
    Heading,
    Caption,
    Quote,
    List,
    ListItem,
    Figure,
    Table,
    TableSection,
    TableRow,
    TableCell,
    ColumnGroup,
}

/// <summary>An open element of the source.</summary>
internal sealed class Frame(FrameKind kind, string sourceName, CleanNode? node = null)
{
    public FrameKind Kind => kind;

    public string SourceName => sourceName;

    /// <summary>The element written for it; null for spans and sections, which only lend their properties.</summary>
    public CleanNode? Node { get; set; } = node;

    /// <summary>Alignment in effect, inherited or its own.</summary>
    public TextAlignment Alignment { get; init; }

    /// <summary>Alignment that the elements written around the content already give it.</summary>
    public TextAlignment WrittenAlignment { get; init; }

    /// <summary>Emphasis by style of a span.</summary>
    public InlineFormats Formats { get; init; }

    /// <summary>Emphasis elements open outside a table cell; an end tag in the cell does not reach them.</summary>
    public int FormatsOutside { get; init; }

    /// <summary>Whether the source never opened it, and so anything that does not fit in closes it.</summary>
    public bool IsImplied { get; init; }

    /// <summary>Bullet or number of a list that a word processor wrote as text; null for all other frames.</summary>
    public StringBuilder? ListMarker { get; init; }

    /// <summary>Holds text and inline elements only.</summary>
    public bool IsTextBlock => kind is FrameKind.Paragraph or FrameKind.Heading or FrameKind.Caption;

    /// <summary>Holds blocks and bare text.</summary>
    public bool IsContainer =>
        kind is FrameKind.Root or FrameKind.Quote or FrameKind.ListItem or FrameKind.Figure or FrameKind.TableCell;
}
