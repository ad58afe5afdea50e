namespace PartyCms.Kernel.Text;

/// <summary>Repairs text that no encoding can hold.</summary>
public static class WellFormed
{
    /// <summary>
    /// The text with halves of surrogate pairs that stand alone replaced by U+FFFD, as UTF-8 would; the same instance
    /// when there are none. Normalization throws on them.
    /// </summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var repaired = text.ToCharArray();
        for (var i = 0; i < repaired.Length; i++)
        {
            if (char.IsHighSurrogate(repaired[i]) && i + 1 < repaired.Length && char.IsLowSurrogate(repaired[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(repaired[i]))
            {
                repaired[i] = '\uFFFD';
            }
        }

        return new string(repaired);
    }
}
