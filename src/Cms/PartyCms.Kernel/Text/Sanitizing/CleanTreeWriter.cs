using System.Text;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>Writes a clean tree as HTML. Recursion is safe here: the builder bounds the depth of the tree.</summary>
internal sealed class CleanTreeWriter(StringBuilder output)
{
    private static readonly (InlineFormats Format, string Name)[] FormatElements =
    [
        (InlineFormats.Strong, "strong"),
        (InlineFormats.Emphasis, "em"),
        (InlineFormats.Underline, "u"),
        (InlineFormats.Strikethrough, "s"),
        (InlineFormats.Subscript, "sub"),
        (InlineFormats.Superscript, "sup"),
        (InlineFormats.Code, "code"),
    ];

    /// <summary>
    /// A link of the source is written again for every block and player it goes around. So many characters of one link
    /// are written in all; without an end to it a short source would make a huge result.
    /// </summary>
    private const int MaxLinkCharacters = 4_000;

    private readonly Dictionary<LinkTarget, int> _written = new(ReferenceEqualityComparer.Instance);

    private readonly List<(InlineFormats Format, string Name)> _open = [];
    private LinkTarget? _link;

    public void WriteChildren(CleanNode node)
    {
        foreach (var child in node.Children)
        {
            Write(child);
        }
    }

    private void Write(CleanNode node)
    {
        if (!node.IsBareLine)
        {
            output.Append('<').Append(node.Name).Append(Class(node)).Append(node.Attributes).Append('>');
        }

        if (node.Line is { } line)
        {
            WriteLine(line);
        }

        WriteChildren(node);
        if (!node.IsBareLine && node.Name is not ("hr" or "br" or "img" or "col" or "source"))
        {
            output.Append("</").Append(node.Name).Append('>');
        }
    }

    private static string Class(CleanNode node)
    {
        var alignment = node.Alignment switch
        {
            TextAlignment.Center => "ta-center",
            TextAlignment.End => "ta-right",
            _ => "",
        };
        return (node.IsLead, alignment) switch
        {
            (false, "") => "",
            (true, "") => " class=\"lead\"",
            (false, _) => $" class=\"{alignment}\"",
            _ => $" class=\"lead {alignment}\"",
        };
    }

    private void WriteLine(InlineContent line)
    {
        foreach (var run in line.Runs)
        {
            SwitchTo(Bounded(run.Link), run.Formats);
            if (run.Element is { } element)
            {
                Write(element);
            }
            else
            {
                WriteText(line.TextOf(run));
            }
        }

        SwitchTo(null, InlineFormats.None);
    }

    /// <summary>Closes and opens just enough elements for the next run.</summary>
    private void SwitchTo(LinkTarget? link, InlineFormats formats)
    {
        var kept = link == _link ? _open.FindIndex(element => !formats.HasFlag(element.Format)) : 0;
        for (var i = _open.Count - 1; i >= kept && kept >= 0; i--)
        {
            output.Append("</").Append(_open[i].Name).Append('>');
            _open.RemoveAt(i);
        }

        SwitchLink(link);
        foreach (var element in FormatElements)
        {
            if (formats.HasFlag(element.Format) && !_open.Contains(element))
            {
                output.Append('<').Append(element.Name).Append('>');
                _open.Add(element);
            }
        }
    }

    private LinkTarget? Bounded(LinkTarget? link) =>
        link is null || link == _link || _written.GetValueOrDefault(link) < MaxLinkCharacters ? link : null;

    private void SwitchLink(LinkTarget? link)
    {
        if (link == _link)
        {
            return;
        }

        output.Append(_link is null ? "" : "</a>");
        if (link is not null)
        {
            _written[link] = _written.GetValueOrDefault(link) + link.Href.Length + link.Title.Length;
            output.Append("<a").Append(TagAttributes.Write("href", link.Href))
                .Append(link.Title.Length == 0 ? "" : TagAttributes.Write("title", link.Title))
                .Append(UrlPolicy.IsExternal(link.Href) ? " rel=\"noopener noreferrer nofollow\"" : "")
                .Append('>');
        }

        _link = link;
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('&', '<', '>') is var special and >= 0)
        {
            output.Append(text[..special]).Append(text[special] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            text = text[(special + 1)..];
        }

        output.Append(text);
    }
}
