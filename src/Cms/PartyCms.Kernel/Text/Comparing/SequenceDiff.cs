namespace PartyCms.Kernel.Text.Comparing;

/// <summary>A stretch of two sequences that is the same in both, or was replaced (one side may be empty).</summary>
internal readonly record struct Stretch(bool IsSame, int Before, int BeforeLength, int After, int AfterLength);

/// <summary>
/// The shortest way from one sequence to another (Myers 1986), bounded: beyond a thousand edits what lies between the
/// common beginning and the common end counts as replaced. So a comparison costs at most a few megabytes and some ten
/// milliseconds, whatever it is given.
/// </summary>
internal static class SequenceDiff
{
    private const int MostEdits = 1000;

    public static List<Stretch> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (left, right) = Number(before, after);
        var shorter = Math.Min(left.Length, right.Length);
        var prefix = left.AsSpan().CommonPrefixLength(right);
        var suffix = 0;
        while (suffix < shorter - prefix && left[^(suffix + 1)] == right[^(suffix + 1)])
        {
            suffix++;
        }

        var stretches = new List<Stretch>();
        Add(stretches, new Stretch(true, 0, prefix, 0, prefix));
        AddMiddle(stretches, left.AsSpan(prefix..^suffix), right.AsSpan(prefix..^suffix), prefix);
        Add(stretches, new Stretch(true, left.Length - suffix, suffix, right.Length - suffix, suffix));
        return stretches;
    }

    // Equal elements get equal numbers, so that the inner loop compares numbers and not texts.
    private static (int[] Before, int[] After) Number(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return (Numbers(before), Numbers(after));

        int[] Numbers(IReadOnlyList<string> elements)
        {
            var result = new int[elements.Count];
            for (var i = 0; i < result.Length; i++)
            {
                if (!numbers.TryGetValue(elements[i], out result[i]))
                {
                    result[i] = numbers[elements[i]] = numbers.Count;
                }
            }

            return result;
        }
    }

    private static void AddMiddle(List<Stretch> stretches, ReadOnlySpan<int> before, ReadOnlySpan<int> after, int offset)
    {
        var (x, y) = (0, 0);
        foreach (var (nextX, nextY) in Matches(before, after))
        {
            Add(stretches, new Stretch(false, offset + x, nextX - x, offset + y, nextY - y));
            Add(stretches, new Stretch(true, offset + nextX, 1, offset + nextY, 1));
            (x, y) = (nextX + 1, nextY + 1);
        }

        Add(stretches, new Stretch(false, offset + x, before.Length - x, offset + y, after.Length - y));
    }

    private static void Add(List<Stretch> stretches, Stretch next)
    {
        if (next.BeforeLength + next.AfterLength == 0)
        {
            return;
        }

        if (stretches.Count > 0 && stretches[^1].IsSame == next.IsSame)
        {
            var last = stretches[^1];
            stretches[^1] = last with
            {
                BeforeLength = last.BeforeLength + next.BeforeLength,
                AfterLength = last.AfterLength + next.AfterLength,
            };
        }
        else
        {
            stretches.Add(next);
        }
    }

    // The pairs of places that stay, in order; none where the way would be too long.
    private static List<(int X, int Y)> Matches(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        if (before.IsEmpty || after.IsEmpty)
        {
            return [];
        }

        var most = Math.Min(before.Length + after.Length, MostEdits);
        var middle = most + 1;
        var reach = new int[(2 * most) + 3];
        var steps = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var isDown = diagonal == -edits
                    || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
                var x = isDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < before.Length && y < after.Length && before[x] == after[y])
                {
                    x++;
                    y++;
                }

                reach[middle + diagonal] = x;
                if (x >= before.Length && y >= after.Length)
                {
                    return WayBack(before.Length, after.Length, steps);
                }
            }

            steps.Add(reach[(middle - edits)..(middle + edits + 1)]);
        }

        return [];
    }

    private static List<(int X, int Y)> WayBack(int beforeLength, int afterLength, List<int[]> steps)
    {
        var matches = new List<(int, int)>();
        var (x, y) = (beforeLength, afterLength);
        for (var edits = steps.Count; edits > 0; edits--)
        {
            var reach = steps[edits - 1];
            var diagonal = x - y;
            var isDown = diagonal == -edits || (diagonal != edits && Reach(diagonal - 1) < Reach(diagonal + 1));
            var fromX = Reach(isDown ? diagonal + 1 : diagonal - 1);
            var fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
            var start = isDown ? fromX : fromX + 1;
            while (x > start)
            {
                matches.Add((--x, --y));
            }

            (x, y) = (fromX, fromY);
            int Reach(int k) => reach[k + edits - 1];
        }

        while (x > 0)
        {
            matches.Add((--x, --y));
        }

        matches.Reverse();
        return matches;
    }
}
