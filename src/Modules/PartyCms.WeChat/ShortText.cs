namespace PartyCms.WeChat;

/// <summary>Texts that are too long for their place at WeChat.</summary>
internal static class ShortText
{
    /// <summary>The text, or its beginning with an ellipsis that counts; no character is cut in two.</summary>
    /// <param name="text">One line.</param>
    /// <param name="most">Characters that there is room for; WeChat counts an emoji as one.</param>
    public static string Of(string text, int most)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.Count <= most ? text : string.Concat(runes.Take(most - 1)) + "…";
    }
}
