using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Importing;

/// <summary>Compares documents as imports do: a property that is null and one that is missing are the same.</summary>
public static class SameContent
{
    /// <summary>Whether two documents say the same.</summary>
    public static bool Equal(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonObject one, JsonObject other) => Covers(one, other) && Covers(other, one, onlyMissing: true),
        (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(pair => Equal(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(left, right),
    };

    /// <summary>Whether two instants are the same as far as both databases can tell: to the microsecond.</summary>
    public static bool Equal(DateTimeOffset? left, DateTimeOffset? right) =>
        left?.UtcTicks / TimeSpan.TicksPerMicrosecond == right?.UtcTicks / TimeSpan.TicksPerMicrosecond;

    private static bool Covers(JsonObject one, JsonObject other, bool onlyMissing = false)
    {
        foreach (var (name, value) in one)
        {
            var isThere = other.TryGetPropertyValue(name, out var counterpart);
            if (onlyMissing ? !isThere && value is not null : !Equal(value, counterpart))
            {
                return false;
            }
        }

        return true;
    }
}
