using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyCms.Data.PostgreSql;

/// <summary>
/// PostgreSQL knows neither the character U+0000 nor half of a surrogate pair and ends the statement on them. Whatever a
/// reader typed or put into an address goes in with the replacement character U+FFFD instead.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    /// <inheritdoc />
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
        {
            if (parameter.Value is string text && !IsPlain(text))
            {
                parameter.Value = Replace(text);
            }
        }

        return result;
    }

    internal static string Replace(string text)
    {
        // Enumerating runes has already replaced the halves of pairs.
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            storable.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return storable.ToString();
    }

    private static bool IsPlain(string text) =>
        !text.Contains('\0', StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
}
