using System.Text;
using PartyCms.Kernel.Text.Sanitizing;

namespace PartyCms.Kernel.Text;

/// <summary>
/// The one gate that HTML from people passes before it is stored: an allow-list, and a cleaner of what word
/// processors and other sites leave in pasted text. Everything not named here is removed.
/// <list type="bullet">
/// <item>Elements: p, h2, h3, h4 (h1 becomes h2; h5 and h6 become h4), ul, ol, li, blockquote, pre, hr, br, a, img,
/// figure, figcaption, table and its parts, strong, em, u, s, sub, sup, code, audio, video, source. Other elements
/// lose their tags; scripts, styles, frames, drawings, forms' controls and hidden parts are lost with their
/// content.</item>
/// <item>Links: http, https, mailto, tel and relative addresses; those to other sites get
/// <c>rel="noopener noreferrer nofollow"</c>. Pictures, sound and film: http, https and addresses from the root of the
/// site.</item>
/// <item>Classes: <c>ta-center</c> and <c>ta-right</c> (also made of alignments by style), <c>lead</c> on
/// paragraphs.</item>
/// </list>
/// </summary>
public static class HtmlSanitizer
{
    /// <summary>
    /// Cleans a piece of HTML: the content of a body, or a whole document. Plain text stays plain text. The result is
    /// well-formed, is read by browsers as exactly the tree that was checked, and does not change when it is cleaned
    /// again. Takes time in proportion to the length, however the source is nested; never throws on any text.
    /// </summary>
    /// <param name="html">The source; need not be well-formed.</param>
    /// <returns>The clean HTML; empty when nothing is left to see.</returns>
    public static string Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return Write(CleanTreeBuilder.Build(html), html.Length);
    }

    /// <summary>
    /// Makes paragraphs of plain text: each line that is not blank becomes one, its indentation and control
    /// characters are dropped, and nothing in it is read as markup. The result is clean in the sense of
    /// <see cref="Clean"/>.
    /// </summary>
    /// <param name="text">Text with line breaks of any system.</param>
    public static string FromPlainText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var root = new CleanNode("body");
        foreach (var line in text.Replace('\v', '\n').AsSpan().EnumerateLines())
        {
            root.Add(CleanNode.Paragraph(TextAlignment.Start)).Line!.AddText(line, InlineFormats.None, null);
        }

        return Write(root, text.Length);
    }

    private static string Write(CleanNode root, int length)
    {
        CleanTreePruner.Prune(root);
        var output = new StringBuilder(length);
        new CleanTreeWriter(output).WriteChildren(root);
        return output.ToString();
    }
}
