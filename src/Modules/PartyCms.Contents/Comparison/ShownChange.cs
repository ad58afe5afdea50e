using PartyCms.Kernel.Content.Comparing;
using PartyCms.Kernel.Text.Comparing;

namespace PartyCms.Contents.Comparison;

/// <summary>A changed field as a page shows it: what stayed is shortened to the context of what changed.</summary>
/// <param name="Name">What people call the field.</param>
/// <param name="State">新增, 删去 or 修改.</param>
/// <param name="Blocks">Its blocks.</param>
internal sealed record ShownChange(string Name, string State, IReadOnlyList<ShownBlock> Blocks)
{
    private const int Context = 40;

    public static ShownChange Of(FieldChange change, string name) => new(
        name, change.IsAdded ? "新增" : change.IsRemoved ? "删去" : "修改", [.. Shorten(change.Blocks)]);

    private static IEnumerable<ShownBlock> Shorten(IReadOnlyList<ComparedBlock> blocks)
    {
        var skipped = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var isNearChange = IsChange(i) || IsChange(i - 1) || IsChange(i + 1);
            if (!isNearChange)
            {
                skipped++;
                continue;
            }

            if (skipped > 0)
            {
                yield return new ShownBlock(null, skipped);
                skipped = 0;
            }

            yield return new ShownBlock(blocks[i] with { Spans = Shorten(blocks[i].Spans, blocks[i].Change) }, 0);
        }

        if (skipped > 0)
        {
            yield return new ShownBlock(null, skipped);
        }

        bool IsChange(int i) => i >= 0 && i < blocks.Count && blocks[i].Change != BlockChange.Same;
    }

    private static List<TextSpan> Shorten(IReadOnlyList<TextSpan> spans, BlockChange change)
    {
        var shown = new List<TextSpan>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            var keepsHead = i > 0 || change is BlockChange.Same or BlockChange.Restyled;
            shown.Add(spans[i].Change == SpanChange.Same
                ? spans[i] with { Text = Shorten(spans[i].Text, keepsHead, keepsTail: i < spans.Count - 1) }
                : spans[i]);
        }

        return shown;
    }

    private static string Shorten(string text, bool keepsHead, bool keepsTail)
    {
        var room = (keepsHead ? Context : 0) + (keepsTail ? Context : 0);
        if (text.Length <= room + Context)
        {
            return text;
        }

        var head = keepsHead ? text[..Cut(text, Context)] : "";
        var tail = keepsTail ? text[Cut(text, text.Length - Context)..] : "";
        return $"{head} … {tail}".Trim();
    }

    private static int Cut(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}

/// <summary>A block of a shown change, or how many unchanged ones were left out in its place.</summary>
internal sealed record ShownBlock(ComparedBlock? Block, int Skipped);
