using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using PartyCms.Kernel.Text.Sanitizing;

namespace PartyCms.Kernel.Text.Comparing;

/// <summary>One block of a text as a reader sees it.</summary>
/// <param name="Kind">What it is, in Chinese: 段落, 标题, 列表项, 引用, 表格行, 图片.</param>
/// <param name="Text">Its visible text on one line; of a picture the alternative text.</param>
/// <param name="Marks">What the text does not say: emphasis, link targets, the address of a picture.</param>
internal sealed record TextBlock(string Kind, string Text, IReadOnlyList<string> Marks)
{
    public const string Paragraph = "段落";

    public const string Picture = "图片";

    /// <summary>Lines of a plain text.</summary>
    public static List<TextBlock> OfPlainText(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => new TextBlock(Paragraph, line.Trim(), []))];

    /// <summary>Blocks of sanitised HTML.</summary>
    public static List<TextBlock> OfHtml(string html) => new Reader().Read(html);

    private sealed class Reader
    {
        private readonly List<TextBlock> _blocks = [];
        private readonly StringBuilder _text = new();
        private readonly List<string> _marks = [];
        private readonly Stack<(string Tag, int Start, string Mark)> _open = new();
        private string _kind = Paragraph;
        private bool _isInRow;

        public List<TextBlock> Read(string html)
        {
            foreach (var token in VisibleTokens.Read(html))
            {
                if (token.Type == HtmlTokenType.Character)
                {
                    _text.Append(token.Data);
                }
                else if (token is HtmlTagToken tag)
                {
                    Take(tag, token.Type == HtmlTokenType.StartTag);
                }
            }

            Flush();
            return _blocks;
        }

        private void Take(HtmlTagToken tag, bool isStart)
        {
            switch (tag.Name)
            {
                case "strong" or "b":
                    Mark(tag.Name, isStart, "加粗");
                    break;
                case "em" or "i":
                    Mark(tag.Name, isStart, "斜体");
                    break;
                case "u":
                    Mark(tag.Name, isStart, "下划线");
                    break;
                case "a":
                    Mark(tag.Name, isStart, "链接到 " + (isStart ? tag.Attribute("href") : ""));
                    break;
                case "br":
                    _text.Append(' ');
                    break;
                case "img" or "video" or "audio":
                    if (isStart)
                    {
                        AddMedia(tag);
                    }

                    break;
                case "td" or "th":
                    _text.Append(isStart && !string.IsNullOrWhiteSpace(_text.ToString()) ? " ｜ " : "");
                    break;
                case "tr":
                    Flush();
                    _isInRow = isStart;
                    _kind = isStart ? "表格行" : Paragraph;
                    break;
                default:
                    TakeBlock(tag.Name, isStart);
                    break;
            }
        }

        // Paragraphs within a cell or a list item are part of it.
        private void TakeBlock(string name, bool isStart)
        {
            var kind = name switch
            {
                "h1" or "h2" => "标题",
                "h3" or "h4" or "h5" or "h6" => "小标题",
                "li" or "dt" or "dd" => "列表项",
                "blockquote" => "引用",
                "figcaption" or "caption" => "图注",
                "pre" => "原样文字",
                "p" or "div" or "ul" or "ol" or "dl" or "table" or "figure" or "hr" or "section" => Paragraph,
                _ => null,
            };
            if (kind is null)
            {
                return;
            }

            if (_isInRow)
            {
                _text.Append(' ');
                return;
            }

            var isInner = kind == Paragraph && _kind is "列表项" or "引用";
            Flush();
            if (!isInner || name is "ul" or "ol")
            {
                _kind = isStart ? kind : Paragraph;
            }
        }

        private void Mark(string tag, bool isStart, string mark)
        {
            if (isStart)
            {
                _open.Push((tag, _text.Length, mark));
            }
            else if (_open.TryPeek(out var open) && open.Tag == tag)
            {
                _open.Pop();
                AddMark(open.Start, open.Mark);
            }
        }

        private void AddMark(int start, string mark)
        {
            if (start < _text.Length && OneLine(_text.ToString(start, _text.Length - start)) is { Length: > 0 } marked)
            {
                _marks.Add($"“{marked}”{mark}");
            }
        }

        private void AddMedia(HtmlTagToken tag)
        {
            var kind = tag.Name switch
            {
                "video" => "视频",
                "audio" => "音频",
                _ => Picture,
            };
            Flush();
            _blocks.Add(new TextBlock(kind, OneLine(tag.Attribute("alt") ?? ""), ["地址 " + tag.Attribute("src")]));
        }

        private void Flush()
        {
            foreach (var (_, start, mark) in _open)
            {
                AddMark(start, mark);
            }

            if (OneLine(_text.ToString()) is { Length: > 0 } text)
            {
                _blocks.Add(new TextBlock(_kind, text, [.. _marks]));
            }

            _text.Clear();
            _marks.Clear();
            var open = _open.Reverse().Select(entry => entry with { Start = 0 }).ToList();
            _open.Clear();
            open.ForEach(_open.Push);
        }

        private static string OneLine(string text) =>
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
