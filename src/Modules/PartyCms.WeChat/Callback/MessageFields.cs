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
        MaxCharactersInDocument = CallbackEndpoint.LongestBody,
    };

    private readonly List<KeyValuePair<string, MessageFields>> _children = [];

    private string? _value;

    private MessageFields()
    {
    }

    /// <summary>Names directly below, each once, in the order of arrival.</summary>
    public IEnumerable<string> Names => _children.Select(child => child.Key).Distinct(StringComparer.Ordinal);

    /// <summary>The first value, or null where there is none; an empty element has the empty text.</summary>
    public string? this[string path] => All(path) is [var first, ..] ? first : null;

    /// <summary>Every value at a path.</summary>
    public IReadOnlyList<string> All(string path) => [.. Groups(path).Select(group => group._value).OfType<string>()];

    /// <summary>
    /// Everything below each element at a path, so that what belongs to one item of a list stays together though
    /// another item lacks a field.
    /// </summary>
    public IReadOnlyList<MessageFields> Groups(string path)
    {
        IEnumerable<MessageFields> found = [this];
        foreach (var name in path.Split('/'))
        {
            found = found.SelectMany(group => group._children.Where(child => child.Key == name)).Select(child => child.Value);
        }

        return [.. found];
    }

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
        return XElement.Load(reader).Elements().All(element => Add(element, depth: 1));
    }

    private bool Add(XElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        if (!element.HasElements)
        {
            AddValue(element.Name.LocalName, element.Value);
            return true;
        }

        var group = AddGroup(element.Name.LocalName);
        return element.Elements().All(child => group.Add(child, depth + 1));
    }

    private bool AddJson(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        Add(document.RootElement);
        return true;
    }

    private void Add(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            Add(property.Name, property.Value);
        }
    }

    private void Add(string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                AddGroup(name).Add(element);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Add(name, item);
                }

                break;
            case JsonValueKind.Number:
                AddValue(name, element.GetRawText());
                break;
            default:
                AddValue(name, element.ToString());
                break;
        }
    }

    private MessageFields AddGroup(string name)
    {
        var group = new MessageFields();
        _children.Add(KeyValuePair.Create(name, group));
        return group;
    }

    private void AddValue(string name, string value) => AddGroup(name)._value = LegalText.From(value);
}
