using System.Globalization;

namespace PartyCms.Contents.Organizing.Outlines;

/// <summary>What a button beside a line asks for, such as <c>up:3</c>.</summary>
internal static class OutlineAct
{
    /// <summary>Carries it out; false for a button that nobody has.</summary>
    public static bool TryRun<T>(List<T> rows, string? act)
        where T : IOutlineRow
    {
        var parts = act?.Split(':') ?? [];
        if (parts is not [var name, var place]
            || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= rows.Count)
        {
            return false;
        }

        Action<List<T>, int>? run = name switch
        {
            "up" => Outline.MoveUp,
            "down" => Outline.MoveDown,
            "in" => Outline.Indent,
            "out" => Outline.Outdent,
            "remove" => Outline.Remove,
            _ => null,
        };
        run?.Invoke(rows, at);
        return run is not null;
    }
}
