using System.Buffers;
using System.Text;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>Where a piece of text leads: two neighbors with equal targets are one link.</summary>
internal sealed record LinkTarget(string Href, string Title);

/// <summary>A stretch of one line with the same emphasis and link: text of the line's buffer, or one element.</summary>
internal readonly record struct InlineRun(
    int Start, int Length, InlineFormats Formats, LinkTarget? Link, CleanNode? Element);

/// <summary>
/// One line of text as a flat list of runs. White space and line breaks wait until something visible follows, so a
/// line never begins or ends with them, and it comes out the same when it is read again.
/// </summary>
internal sealed class InlineContent(int maxBreaks, bool keepsWhiteSpace = false)
{
    private const int MaxIdeographicSpaces = 8;

    /// <summary>Characters that need a look: white space, what is dropped, and halves of surrogate pairs.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        TextCharacters.Spaces + TextCharacters.Dropped + TextCharacters.Surrogates);

    private readonly StringBuilder _text = new();
    private readonly List<InlineRun> _runs = [];
    private readonly StringBuilder _space = new();

    public IReadOnlyList<InlineRun> Runs => _runs;

    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Line breaks since the last visible character.</summary>
    public int PendingBreaks { get; private set; }

    public string TextOf(InlineRun run) => _text.ToString(run.Start, run.Length);

    public void AddBreak()
    {
        if (keepsWhiteSpace)
        {
            _space.Append('\n');
        }
        else
        {
            PendingBreaks++;
        }
    }

    public void AddElement(CleanNode element, LinkTarget? link)
    {
        AddPending('\0', InlineFormats.None, link);
        _runs.Add(new InlineRun(_text.Length, 0, InlineFormats.None, link, element));
    }

    public void AddText(ReadOnlySpan<char> text, InlineFormats formats, LinkTarget? link)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            var length = plain < 0 ? text.Length : plain;
            if (length == 0 && text.Length > 1 && char.IsSurrogatePair(text[0], text[1]))
            {
                length = 2;
            }

            if (length > 0)
            {
                AddPending(text[0], formats, link);
                Append(text[..length], formats, link);
            }
            else
            {
                if (TextCharacters.IsSpace(text[0]))
                {
                    _space.Append(TextCharacters.PlainSpace(text[0]));
                }

                length = 1;
            }

            text = text[length..];
        }
    }

    private void AddPending(char next, InlineFormats formats, LinkTarget? link)
    {
        if (_runs.Count > 0)
        {
            var previous = _runs[^1];
            var shared = previous.Formats & formats;
            var sharedLink = previous.Link == link ? link : null;
            if (PendingBreaks > 0)
            {
                for (var i = Math.Min(PendingBreaks, maxBreaks); i > 0; i--)
                {
                    _runs.Add(new InlineRun(_text.Length, 0, shared, sharedLink, new CleanNode("br")));
                }
            }
            else if (_space.Length > 0)
            {
                var before = previous.Element is null ? _text[^1] : '\0';
                Append(keepsWhiteSpace ? KeptSpace(isFirst: false) : CollapsedSpace(before, next), shared, sharedLink);
            }
        }
        else if (keepsWhiteSpace && _space.Length > 0)
        {
            Append(KeptSpace(isFirst: true), formats, link);
        }

        PendingBreaks = 0;
        _space.Clear();
    }

    private void Append(ReadOnlySpan<char> text, InlineFormats formats, LinkTarget? link)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var start = _text.Length;
        _text.Append(text);
        if (_runs.Count > 0 && _runs[^1] is { Element: null } last && last.Formats == formats && last.Link == link)
        {
            _runs[^1] = last with { Length = last.Length + text.Length };
        }
        else
        {
            _runs.Add(new InlineRun(start, text.Length, formats, link, null));
        }
    }

    /// <summary>Blanks of preformatted text; at its head only the indentation of the first line.</summary>
    private string KeptSpace(bool isFirst)
    {
        var space = _space.ToString();
        return isFirst ? space[(space.LastIndexOf('\n') + 1)..] : space;
    }

    /// <summary>
    /// One space; the ideographic spaces if there are any (they set names apart); nothing where a source line was
    /// merely folded between two Chinese characters.
    /// </summary>
    private string CollapsedSpace(char before, char next)
    {
        var ideographic = 0;
        var isFold = false;
        for (var i = 0; i < _space.Length; i++)
        {
            ideographic += _space[i] == '\u3000' ? 1 : 0;
            isFold |= _space[i] == '\n';
        }

        return ideographic > 0 ? new string('\u3000', Math.Min(ideographic, MaxIdeographicSpaces))
            : isFold && TextCharacters.IsWide(before) && TextCharacters.IsWide(next) ? ""
            : " ";
    }
}
