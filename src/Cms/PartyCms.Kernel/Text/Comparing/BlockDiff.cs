namespace PartyCms.Kernel.Text.Comparing;

/// <summary>What became of a block of text.</summary>
public enum BlockChange
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Its words changed.</summary>
    Edited,

    /// <summary>Its words are the same; its form, emphasis or links changed, as the notes say.</summary>
    Restyled,
}

/// <summary>A paragraph, heading, list item, table row or picture in a comparison.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Kind">What it is now, in Chinese, such as 段落.</param>
/// <param name="Spans">Its words with what became of them.</param>
/// <param name="Notes">Changes that the words do not show, in Chinese.</param>
public sealed record ComparedBlock(
    BlockChange Change, string Kind, IReadOnlyList<TextSpan> Spans, IReadOnlyList<string> Notes)
{
    /// <summary>Characters of the block, before and after together.</summary>
    public int Length => Spans.Sum(span => span.Text.Length);
}

/// <summary>
/// Compares longer texts block by block: blocks that stayed are found first, then those that were changed are set
/// beside what they were and compared word by word.
/// </summary>
public static class BlockDiff
{
    /// <summary>A block counts as a changed form of another from this share of common pairs of characters.</summary>
    private const double Alike = 0.35;

    private const int MostPairs = 2500;

    /// <summary>Compares two HTML texts by what a reader sees; changes of form are named in notes.</summary>
    public static IReadOnlyList<ComparedBlock> CompareHtml(string before, string after) =>
        Compare(TextBlock.OfHtml(before), TextBlock.OfHtml(after));

    /// <summary>Compares two plain texts line by line.</summary>
    public static IReadOnlyList<ComparedBlock> ComparePlain(string before, string after) =>
        Compare(TextBlock.OfPlainText(before), TextBlock.OfPlainText(after));

    private static List<ComparedBlock> Compare(List<TextBlock> before, List<TextBlock> after)
    {
        var result = new List<ComparedBlock>();
        foreach (var stretch in SequenceDiff.Compare(Keys(before), Keys(after)))
        {
            var left = before.GetRange(stretch.Before, stretch.BeforeLength);
            var right = after.GetRange(stretch.After, stretch.AfterLength);
            result.AddRange(stretch.IsSame ? left.Zip(right, Restyled) : Replaced(left, right));
        }

        return result;
    }

    private static List<string> Keys(List<TextBlock> blocks) =>
        [.. blocks.Select(block => (block.Kind == TextBlock.Picture ? TextBlock.Picture + block.Marks[0] : "") + block.Text)];

    private static ComparedBlock Restyled(TextBlock before, TextBlock after)
    {
        var notes = NotesOn(before, after);
        return new ComparedBlock(
            notes.Count == 0 ? BlockChange.Same : BlockChange.Restyled, after.Kind, [new TextSpan(SpanChange.Same, after.Text)], notes);
    }

    private static List<string> NotesOn(TextBlock before, TextBlock after)
    {
        var notes = new List<string>();
        if (before.Kind != after.Kind)
        {
            notes.Add($"{before.Kind}改为{after.Kind}");
        }

        notes.AddRange(before.Marks.Except(after.Marks, StringComparer.Ordinal).Select(mark => "不再是：" + mark));
        notes.AddRange(after.Marks.Except(before.Marks, StringComparer.Ordinal).Select(mark => "现在是：" + mark));
        return notes;
    }

    private static IEnumerable<ComparedBlock> Replaced(List<TextBlock> before, List<TextBlock> after)
    {
        var (x, y) = (0, 0);
        foreach (var (nextX, nextY) in Pairs(before, after))
        {
            foreach (var block in Whole(before, x, nextX, BlockChange.Removed).Concat(Whole(after, y, nextY, BlockChange.Added)))
            {
                yield return block;
            }

            yield return Edited(before[nextX], after[nextY]);
            (x, y) = (nextX + 1, nextY + 1);
        }

        foreach (var block in Whole(before, x, before.Count, BlockChange.Removed).Concat(Whole(after, y, after.Count, BlockChange.Added)))
        {
            yield return block;
        }
    }

    private static ComparedBlock Edited(TextBlock before, TextBlock after) => new(
        BlockChange.Edited, after.Kind, TextDiff.Compare(before.Text, after.Text), NotesOn(before, after));

    private static IEnumerable<ComparedBlock> Whole(List<TextBlock> blocks, int start, int end, BlockChange change)
    {
        var span = change == BlockChange.Added ? SpanChange.Added : SpanChange.Removed;
        return blocks.GetRange(start, end - start).Select(block =>
            new ComparedBlock(change, block.Kind, [new TextSpan(span, block.Text)], block.Kind == TextBlock.Picture ? block.Marks : []));
    }

    // The pairs that together are most alike, in order; very long stretches are paired as they stand.
    private static List<(int X, int Y)> Pairs(List<TextBlock> before, List<TextBlock> after)
    {
        if (before.Count == 1 && after.Count == 1)
        {
            return IsPicture(before[0]) == IsPicture(after[0]) ? [(0, 0)] : [];
        }

        if ((long)before.Count * after.Count > MostPairs)
        {
            return [.. Enumerable.Range(0, Math.Min(before.Count, after.Count))
                .Where(i => Likeness(Bigrams(before[i]), Bigrams(after[i])) >= Alike).Select(i => (i, i))];
        }

        var (left, right) = (before.ConvertAll(Bigrams), after.ConvertAll(Bigrams));
        var likeness = new double[before.Count, after.Count];
        var best = new double[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                likeness[i, j] = Likeness(left[i], right[j]);
                var paired = likeness[i, j] >= Alike ? likeness[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(paired, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        return Walk(likeness, best);
    }

    private static List<(int X, int Y)> Walk(double[,] likeness, double[,] best)
    {
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < likeness.GetLength(0) && j < likeness.GetLength(1);)
        {
            if (likeness[i, j] >= Alike && best[i, j] <= likeness[i, j] + best[i + 1, j + 1])
            {
                pairs.Add((i++, j++));
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    private static bool IsPicture(TextBlock block) => block.Kind == TextBlock.Picture;

    private static HashSet<int> Bigrams(TextBlock block)
    {
        var text = block.Text;
        return IsPicture(block) ? [] : [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => (text[i] << 16) | text[i + 1])];
    }

    private static double Likeness(HashSet<int> left, HashSet<int> right)
    {
        var (small, large) = left.Count < right.Count ? (left, right) : (right, left);
        return small.Count == 0 ? 0 : 2.0 * small.Count(large.Contains) / (small.Count + large.Count);
    }
}
