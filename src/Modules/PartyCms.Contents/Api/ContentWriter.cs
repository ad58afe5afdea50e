using System.Buffers;
using System.Text;
using System.Text.Json;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Api;

/// <summary>
/// Writes content items in their wire form. The stored document is copied as it lies in the database, never parsed:
/// a list of twenty whole bodies costs little more than its bytes.
/// </summary>
internal sealed class ContentWriter(IBufferWriter<byte> output) : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = ContentJson.Options.Encoder, SkipValidation = true };

    private readonly Utf8JsonWriter _json = new(output, Options);

    /// <summary>One item: the eleven base properties in their order, then its parts.</summary>
    public void Write(ContentItem item, bool withParts = true)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("ContentItemId"u8, item.ContentItemId);
        _json.WriteString("ContentItemVersionId"u8, item.ContentItemVersionId);
        _json.WriteString("ContentType"u8, item.ContentType);
        _json.WriteString("DisplayText"u8, item.DisplayText);
        _json.WriteBoolean("Latest"u8, item.Latest);
        _json.WriteBoolean("Published"u8, item.Published);
        _json.WriteString("ModifiedUtc"u8, ContentJson.Format(item.ModifiedUtc));
        _json.WriteString("PublishedUtc"u8, ContentJson.Format(item.PublishedUtc));
        _json.WriteString("CreatedUtc"u8, ContentJson.Format(item.CreatedUtc));
        _json.WriteString("Owner"u8, item.Owner);
        _json.WriteString("Author"u8, item.Author);
        _json.Flush();

        // The document is one object, "{…}": after its opening brace everything fits behind the base properties.
        var parts = withParts && item.Data.Length > 2 ? item.Data.AsSpan(1) : [];
        if (parts.IsEmpty)
        {
            Raw("}"u8);
        }
        else
        {
            Raw(","u8);
            Encoding.UTF8.GetBytes(parts, output);
        }
    }

    /// <summary>Items in an array, and what follows it inside the same object: <c>{"items":[…],"next":…}</c>.</summary>
    public void WriteList(IReadOnlyList<ContentItem> items, string? next, bool withNext, bool withParts = true)
    {
        Raw("{\"items\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                Raw(","u8);
            }

            Write(items[i], withParts);
        }

        Raw("]"u8);
        if (withNext)
        {
            Raw(",\"next\":"u8);
            _json.Reset();
            if (next is null)
            {
                _json.WriteNullValue();
            }
            else
            {
                _json.WriteStringValue(next);
            }

            _json.Flush();
        }

        Raw("}"u8);
    }

    public void Dispose() => _json.Dispose();

    private void Raw(ReadOnlySpan<byte> bytes) => output.Write(bytes);
}
