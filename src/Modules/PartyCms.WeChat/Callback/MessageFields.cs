using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Every value of a pushed message by its path below the root, such as <c>MsgType</c> or
/// <c>PublishEventInfo/publish_id</c>, in the order of arrival; an element that occurs many times has many values.
/// Official Accounts send XML; the same fields in JSON are understood as well.
/// </summary>
internal sealed class MessageFields
{
    private const int MaxDepth = 8;

    private static readonly XmlReaderSettings XmlSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = CallbackBody.MaxLength,
    };

    private readonly Dictionary<string, List<string>> _values = [];

    private MessageFields()
    {
    }

    public IReadOnlyCollection<string> Paths => _values.Keys;

    /// <summary>The first value, or null where there is none; an empty element has the empty text.</summary>
    public string? this[string path] => All(path) is [var first, ..] ? first : null;

    public IReadOnlyList<string> All(string path) => _values.TryGetValue(path, out var values) ? values : [];

    /// <summary>Null for anything that is not a well-formed message, never an exception.</summary>
    public static MessageFields? Read(string body)
    {
        var text = LegalText.From(body).Trim('\uFEFF', ' ', '\t', '\r', '\n');
        var fields = new MessageFields();
        try
        {
            return (text.StartsWith('{') ? fields.AddJson(text) : fields.AddXml(text)) ? fields : null;
        }
        catch (Exception e) when (e is XmlException or JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json finds an escaped half of a surrogate pair only when the value is read.
            return null;
        }
    }

    private bool AddXml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), XmlSettings);
        return XElement.Load(reader).Elements().All(element => Add(element.Name.LocalName, element, depth: 1));
    }

    private bool Add(string path, XElement element, int depth)
    {
        if (!element.HasElements)
        {
            return Add(path, element.Value);
        }

        return depth < MaxDepth
            && element.Elements().All(child => Add($"{path}/{child.Name.LocalName}", child, depth + 1));
    }

    private bool AddJson(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.EnumerateObject().All(property => Add(property.Name, property.Value));
    }

    private bool Add(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(child => Add($"{path}/{child.Name}", child.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(child => Add(path, child)),
        JsonValueKind.Number => Add(path, element.GetRawText()),
        _ => Add(path, element.ToString()),
    };

    private bool Add(string path, string value)
    {
        if (!_values.TryGetValue(path, out var values))
        {
            _values[path] = values = [];
        }

        values.Add(LegalText.From(value));
        return true;
    }
}
