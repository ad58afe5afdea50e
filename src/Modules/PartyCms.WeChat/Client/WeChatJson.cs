using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PartyCms.WeChat.Client;

/// <summary>JSON as WeChat writes and wants it.</summary>
internal static class WeChatJson
{
    // Not generated at build time: generated readers set every property, so that a list that WeChat leaves out would be
    // null and not empty.
    private static readonly JsonSerializerOptions Wire = new()
    {
        Encoder = RawJsonEncoder.Instance,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepEmptyLists } },
    };

    /// <summary>UTF-8 without an escape that JSON does not demand.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Wire);

    /// <summary>Reads what WeChat sent; throws <see cref="JsonException" /> for what is no JSON or has another shape.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize<T>(AnswerText.Clean(body).Span, Wire);

    // WeChat writes null for a list without entries here and there.
    private static void KeepEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => IsList(property.PropertyType)))
        {
            if (property.Set is { } set)
            {
                property.Set = (target, value) =>
                {
                    if (value is not null)
                    {
                        set(target, value);
                    }
                };
            }
        }
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
