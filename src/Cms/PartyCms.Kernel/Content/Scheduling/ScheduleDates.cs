using System.Globalization;
using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Scheduling;

/// <summary>The dates of a schedule within a document, as Orchard Core writes them: UTC to the second, with a Z.</summary>
public static class ScheduleDates
{
    /// <summary>Path of the time to publish at.</summary>
    public const string Publish = "PublishLaterPart.ScheduledPublishUtc";

    /// <summary>Path of the time to take down at.</summary>
    public const string Archive = "ArchiveLaterPart.ScheduledArchiveUtc";

    /// <summary>The path of an act's date.</summary>
    public static string PathOf(ScheduledAct act) => act == ScheduledAct.Publish ? Publish : Archive;

    /// <summary>The date as the wire has it, such as <c>2026-09-16T05:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The date of an act, whole seconds; null where there is none.</summary>
    /// <returns>False where something else than a date stands there.</returns>
    public static bool TryRead(JsonObject parts, ScheduledAct act, out DateTimeOffset? due)
    {
        ArgumentNullException.ThrowIfNull(parts);
        due = null;
        var node = parts.Find(PathOf(act));
        if (node is null || parts.Text(PathOf(act)) is "")
        {
            return true;
        }

        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParse(parts.Text(PathOf(act)), CultureInfo.InvariantCulture, styles, out var instant)
            || instant.Year is < 2000 or > 2999)
        {
            return false;
        }

        due = new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return true;
    }

    /// <summary>Sets or, with null, clears the date of an act; tells whether the document changed.</summary>
    public static bool Write(JsonObject parts, ScheduledAct act, DateTimeOffset? due)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var path = PathOf(act);
        var wanted = due is { } instant ? Format(instant) : null;
        if (parts.Text(path) == wanted && (wanted is not null || parts.Find(path) is null))
        {
            return false;
        }

        if (parts[path[..path.IndexOf('.', StringComparison.Ordinal)]] is not null and not JsonObject)
        {
            return false;
        }

        parts.Set(path, wanted);
        return true;
    }
}
