using System.Text;

namespace PartyCms.WeChat.Articles;

/// <summary>Writes HTML that browsers read back as exactly what was written.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _output = new();

    public static string Escape(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);

    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _output.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is { Length: > 0 })
            {
                _output.Append(' ').Append(attribute).Append("=\"").Append(Escape(value)).Append('"');
            }
        }

        _output.Append('>');
        return this;
    }

    public HtmlWriter Close(string name)
    {
        _output.Append("</").Append(name).Append('>');
        return this;
    }

    public HtmlWriter Text(string text)
    {
        _output.Append(Escape(text));
        return this;
    }

    public override string ToString() => _output.ToString();
}
