namespace PartyCms.Contents.Organizing.Outlines;

/// <summary>One line of a tree that is written as an outline: its depth says whose child it is.</summary>
internal interface IOutlineRow
{
    /// <summary>Steps below the root.</summary>
    int Depth { get; set; }
}

/// <summary>
/// Moves lines of an outline about without dragging: each act takes a line together with what stands below it, and does
/// nothing where there is no place to go.
/// </summary>
internal static class Outline
{
    /// <summary>Deepest level, counted from 0.</summary>
    public const int Deepest = 7;

    /// <summary>Moves a line before its elder sibling.</summary>
    public static void MoveUp<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        var elder = ElderSibling(rows, at);
        if (elder >= 0)
        {
            var branch = rows.GetRange(at, BranchEnd(rows, at) - at);
            rows.RemoveRange(at, branch.Count);
            rows.InsertRange(elder, branch);
        }
    }

    /// <summary>Moves a line behind its younger sibling.</summary>
    public static void MoveDown<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        var younger = BranchEnd(rows, at);
        if (younger < rows.Count && rows[younger].Depth == rows[at].Depth)
        {
            MoveUp(rows, younger);
        }
    }

    /// <summary>Puts a line below its elder sibling.</summary>
    public static void Indent<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        var end = BranchEnd(rows, at);
        if (ElderSibling(rows, at) >= 0 && rows.GetRange(at, end - at).Max(row => row.Depth) < Deepest)
        {
            Shift(rows, at, end, 1);
        }
    }

    /// <summary>Puts a line beside its parent, right behind what else stands below that.</summary>
    public static void Outdent<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        if (rows[at].Depth == 0)
        {
            return;
        }

        var parent = at - 1;
        while (rows[parent].Depth >= rows[at].Depth)
        {
            parent--;
        }

        var branch = rows.GetRange(at, BranchEnd(rows, at) - at);
        var behind = BranchEnd(rows, parent) - branch.Count;
        rows.RemoveRange(at, branch.Count);
        rows.InsertRange(behind, branch);
        Shift(rows, behind, behind + branch.Count, -1);
    }

    /// <summary>Takes one line away; what stood below it moves up into its place.</summary>
    public static void Remove<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        var end = BranchEnd(rows, at);
        Shift(rows, at + 1, end, -1);
        rows.RemoveAt(at);
    }

    /// <summary>Lets no line stand more than one step below the one before it, whatever a form said.</summary>
    public static void Straighten<T>(IReadOnlyList<T> rows)
        where T : IOutlineRow
    {
        var most = 0;
        foreach (var row in rows)
        {
            row.Depth = Math.Clamp(row.Depth, 0, Math.Min(most, Deepest));
            most = row.Depth + 1;
        }
    }

    private static int ElderSibling<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        for (var i = at - 1; i >= 0 && rows[i].Depth >= rows[at].Depth; i--)
        {
            if (rows[i].Depth == rows[at].Depth)
            {
                return i;
            }
        }

        return -1;
    }

    private static int BranchEnd<T>(List<T> rows, int at)
        where T : IOutlineRow
    {
        var end = at + 1;
        while (end < rows.Count && rows[end].Depth > rows[at].Depth)
        {
            end++;
        }

        return end;
    }

    private static void Shift<T>(List<T> rows, int from, int to, int by)
        where T : IOutlineRow
    {
        for (var i = from; i < to; i++)
        {
            rows[i].Depth += by;
        }
    }
}
