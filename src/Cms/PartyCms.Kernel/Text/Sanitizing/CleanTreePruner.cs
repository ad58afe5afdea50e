namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>
/// Removes what would show nothing and simplifies what word processors wrap twice. Recursion is safe here: the builder
/// bounds the depth of the tree.
/// </summary>
internal static class CleanTreePruner
{
    public static void Prune(CleanNode node)
    {
        node.Children.RemoveAll(child =>
        {
            Prune(child);
            return IsEmpty(child);
        });
        SeparateBareLines(node);
        if (node.Name is "li" or "td" or "th")
        {
            UnwrapOnlyParagraph(node);
        }
    }

    private static bool IsEmpty(CleanNode node) => node.Name switch
    {
        "hr" or "col" or "td" or "th" => false,
        "table" => !node.Children.Exists(HasContent),
        _ => node.Line?.IsEmpty ?? node.Children.Count == 0,
    };

    /// <summary>Whether a part of a table shows anything; empty cells between filled ones are content too.</summary>
    private static bool HasContent(CleanNode part) => part.Name switch
    {
        "caption" => true,
        "thead" or "tbody" or "tfoot" =>
            part.Children.Exists(row => row.Children.Exists(cell => cell.Children.Count > 0)),
        _ => false,
    };

    /// <summary>Lines that lost the empty block between them must not run together.</summary>
    private static void SeparateBareLines(CleanNode node)
    {
        for (var i = 1; i < node.Children.Count; i++)
        {
            if (node.Children[i].IsBareLine && node.Children[i - 1].IsBareLine)
            {
                node.Children[i] = CleanNode.ParagraphOf(node.Children[i]);
            }
        }
    }

    private static void UnwrapOnlyParagraph(CleanNode node)
    {
        if (node.Children is [{ Name: "p", IsLead: false } only] &&
            (only.Alignment == TextAlignment.Start || (node.Name != "li" && node.Alignment == TextAlignment.Start)))
        {
            node.Alignment = only.Alignment == TextAlignment.Start ? node.Alignment : only.Alignment;
            node.Children[0] = CleanNode.BareLineOf(only);
        }
    }
}
