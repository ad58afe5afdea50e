namespace PartyCms.Kernel.Text.Comparing;

/// <summary>What became of a stretch of text.</summary>
public enum SpanChange
{
    /// <summary>It stands in both texts.</summary>
    Same,

    /// <summary>Only the earlier text has it.</summary>
    Removed,

    /// <summary>Only the later text has it.</summary>
    Added,
}

/// <summary>A stretch of text and what became of it.</summary>
public readonly record struct TextSpan(SpanChange Change, string Text);

/// <summary>
/// Compares two texts word by word, Chinese character by character. Scattered coincidences between two rewritten
/// phrases are not kept: a person reads "this was replaced by that" and no confetti.
/// </summary>
public static class TextDiff
{
    /// <summary>Beyond so many words in both texts whole sentences are compared first.</summary>
    private const int MostWords = 4000;

    /// <summary>A coincidence of so many characters or fewer between two changes may be dropped.</summary>
    private const int ShortCoincidence = 6;

    /// <summary>
    /// The stretches in reading order; of a replaced place the removed text comes first. Removed and same stretches
    /// together are the earlier text, added and same ones the later.
    /// </summary>
    public static IReadOnlyList<TextSpan> Compare(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Length + after.Length <= MostWords)
        {
            return ByWords(before, after);
        }

        var spans = new List<TextSpan>();
        var (left, right) = (TextTokens.Sentences(before), TextTokens.Sentences(after));
        foreach (var stretch in SequenceDiff.Compare(left, right))
        {
            var removed = Join(left, stretch.Before, stretch.BeforeLength);
            var added = Join(right, stretch.After, stretch.AfterLength);
            spans.AddRange(stretch.IsSame ? [new TextSpan(SpanChange.Same, removed)]
                : removed.Length + added.Length <= MostWords ? ByWords(removed, added)
                : Replaced(removed, added));
        }

        return spans;
    }

    private static IEnumerable<TextSpan> Replaced(string removed, string added)
    {
        if (removed.Length > 0)
        {
            yield return new TextSpan(SpanChange.Removed, removed);
        }

        if (added.Length > 0)
        {
            yield return new TextSpan(SpanChange.Added, added);
        }
    }

    private static List<TextSpan> ByWords(string before, string after)
    {
        var (left, right) = (TextTokens.Words(before), TextTokens.Words(after));
        var places = SequenceDiff.Compare(left, right)
            .Select(stretch => new Place(
                stretch.IsSame,
                Join(left, stretch.Before, stretch.BeforeLength),
                Join(right, stretch.After, stretch.AfterLength)))
            .ToList();
        return [.. WithoutCoincidences(places).SelectMany(place => place.IsSame
            ? [new TextSpan(SpanChange.Same, place.Removed)]
            : Replaced(place.Removed, place.Added))];
    }

    private static List<Place> WithoutCoincidences(List<Place> places)
    {
        var kept = new List<Place>();
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            if (place.IsSame && kept.Count > 0 && i + 1 < places.Count && IsRewriting(kept[^1], places[i + 1])
                && place.Removed.Length <= Math.Min(ShortCoincidence, Math.Min(kept[^1].Weight, places[i + 1].Weight)))
            {
                var (first, last) = (kept[^1], places[++i]);
                kept[^1] = new Place(
                    false, first.Removed + place.Removed + last.Removed, first.Added + place.Added + last.Added);
            }
            else
            {
                kept.Add(place);
            }
        }

        return kept;
    }

    // Words put in at two places are two insertions, however little stands between them.
    private static bool IsRewriting(Place first, Place last) =>
        first.Removed.Length + last.Removed.Length > 0 && first.Added.Length + last.Added.Length > 0;

    private static string Join(List<string> words, int start, int length) => string.Concat(words.GetRange(start, length));

    private readonly record struct Place(bool IsSame, string Removed, string Added)
    {
        public int Weight => Math.Max(Removed.Length, Added.Length);
    }
}
