using System.Globalization;

namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>Counts what a reader takes for one character, an emoji of several code points included.</summary>
internal static class Characters
{
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    public static string Take(string text, int most)
    {
        var characters = new StringInfo(text);
        return characters.LengthInTextElements <= most ? text : characters.SubstringByTextElements(0, most);
    }
}
