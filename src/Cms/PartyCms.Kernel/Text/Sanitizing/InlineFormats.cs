namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>Inline emphasis of a stretch of text, in the order in which the writer nests the elements.</summary>
[Flags]
internal enum InlineFormats
{
    None = 0,
    Strong = 1 << 0,
    Emphasis = 1 << 1,
    Underline = 1 << 2,
    Strikethrough = 1 << 3,
    Subscript = 1 << 4,
    Superscript = 1 << 5,
    Code = 1 << 6,
}
