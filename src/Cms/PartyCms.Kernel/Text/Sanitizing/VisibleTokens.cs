using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>
/// The tags and texts of a source that a reader would see. Elements whose content is no text for readers (scripts,
/// styles, frames, drawings, form controls) and what is hidden by style are left out with everything in them.
/// Only the tokenizer of the parser is used: no document tree is built, so time and memory grow with the length of
/// the source and with nothing else, however its tags are nested.
/// </summary>
internal static class VisibleTokens
{
    /// <summary>HTML elements that end a drawing or a formula when they stand in it, as in the HTML standard.</summary>
    private static readonly FrozenSet<string> Breakouts = new[]
    {
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "hr", "i", "img", "li", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
        "sub", "sup", "table", "tt", "u", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<HtmlToken> Read(string html)
    {
        // The tokenizer takes this code point, which is no character, for the end: all that follows it would be lost.
        using var source = new TextSource(new StringTextSource(html.Replace("\uFFFF", "", StringComparison.Ordinal)));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            DisableElementPositionTracking = true,
            SkipComments = true,
        };

        var dropped = default(Dropped);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (dropped.Holds(token))
            {
                SetMode(tokenizer, token, dropped.Name);
                continue;
            }

            dropped = Dropped.StartingAt(token);
            SetMode(tokenizer, token, dropped.Name);
            if (dropped.Name is null && token.Type is not (HtmlTokenType.Comment or HtmlTokenType.Doctype))
            {
                yield return token;
            }
        }
    }

    private static void SetMode(HtmlTokenizer tokenizer, HtmlToken token, string? dropped)
    {
        if (token.Type == HtmlTokenType.StartTag && dropped is not ("svg" or "math"))
        {
            tokenizer.State = SourceElement.Of(token.Name).ContentMode;
        }
        else if (token.Type == HtmlTokenType.EndTag)
        {
            tokenizer.State = HtmlParseMode.PCData;
        }
    }

    /// <summary>An element that is being left out, and how many of its name are open in it.</summary>
    private record struct Dropped(string? Name, int Depth)
    {
        public static Dropped StartingAt(HtmlToken token) =>
            token.Type == HtmlTokenType.StartTag && IsDropped(token.AsTag()) ? new Dropped(token.Name, 1) : default;

        /// <summary>Whether a token belongs to the element; follows the element to its end.</summary>
        public bool Holds(HtmlToken token)
        {
            if (Name is null)
            {
                return false;
            }

            if (token.Type == HtmlTokenType.StartTag)
            {
                if (IsEndedBy(token.Name))
                {
                    Name = null;
                    return false;
                }

                Depth += token.Name == Name ? 1 : 0;
            }
            else if (token.Type == HtmlTokenType.EndTag && token.Name == Name && --Depth == 0)
            {
                Name = null;
            }

            return true;
        }

        private readonly bool IsEndedBy(string startTag) => Name switch
        {
            "svg" or "math" => Breakouts.Contains(startTag),
            "p" => startTag == "p",
            _ => false,
        };

        private static bool IsDropped(HtmlTagToken tag)
        {
            var kind = SourceElement.Of(tag.Name).Kind;
            return kind == SourceKind.Dropped
                ? !(tag.IsSelfClosing && tag.Name is "svg" or "math")
                : kind is SourceKind.Section or SourceKind.Paragraph or SourceKind.Span &&
                    (tag.Attribute("hidden") is not null || InlineStyle.Parse(tag.Attribute("style")).IsHidden);
        }
    }
}
