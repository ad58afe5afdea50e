using System.Text;

namespace PartyCms.Kernel.Content;

/// <summary>A text with places to fill in, written <c>{{ }}</c> as in Liquid.</summary>
internal static class PlaceholderText
{
    /// <summary>The text with every place filled in; null where there is none, or a place cannot be filled.</summary>
    /// <param name="pattern">The text, or null.</param>
    /// <param name="evaluate">The value of what stands in a place; null where that is not understood.</param>
    public static string? Expand(string? pattern, Func<string, string?> evaluate)
    {
        var text = new StringBuilder();
        var rest = pattern.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf("{{", StringComparison.Ordinal);
            if (open < 0)
            {
                text.Append(rest);
                break;
            }

            text.Append(rest[..open]);
            var close = rest.IndexOf("}}", StringComparison.Ordinal);
            if (close < open || evaluate(rest[(open + 2)..close].ToString()) is not { } value)
            {
                return null;
            }

            text.Append(value);
            rest = rest[(close + 2)..];
        }

        return text.Length == 0 ? null : text.ToString();
    }
}
