using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Time;

namespace PartyCms.Contents.Editing;

/// <summary>When to publish and to take down, as typed: wall-clock minutes of the site, or empty.</summary>
internal sealed record TypedTimes(string? PublishAt, string? ArchiveAt)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>What a field shows for the time of a document; empty where there is none.</summary>
    public static string Value(JsonObject? parts, ScheduledAct act, SiteTime time) =>
        parts is not null && ScheduleDates.TryRead(parts, act, out var due) && due is { } instant
            ? time.ToLocal(instant).ToString(Form, CultureInfo.InvariantCulture)
            : "";

    /// <summary>Writes the times into a document; tells whether it is now to be published by itself.</summary>
    /// <param name="parts">The document about to be saved.</param>
    /// <param name="latest">What was saved before, or null.</param>
    /// <param name="time">The site's clock.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public bool Apply(JsonObject parts, ContentItem? latest, SiteTime time, List<ContentProblem> problems)
    {
        var publish = Read(PublishAt, ScheduledAct.Publish, latest, time, problems);
        var archive = Read(ArchiveAt, ScheduledAct.Archive, latest, time, problems);
        if (archive <= publish)
        {
            problems.Add(new ContentProblem(ScheduleDates.Archive, "下线时间应在发布时间以后。"));
        }

        ScheduleDates.Write(parts, ScheduledAct.Publish, publish);
        ScheduleDates.Write(parts, ScheduledAct.Archive, archive);
        return publish is not null;
    }

    private static DateTimeOffset? Read(
        string? typed, ScheduledAct act, ContentItem? latest, SiteTime time, List<ContentProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        // A field knows minutes only: what was set to the second elsewhere stays as it was.
        if (latest is not null && typed == Value(latest.Parts, act, time))
        {
            ScheduleDates.TryRead(latest.Parts, act, out var known);
            return known;
        }

        if (!DateTime.TryParseExact(typed, [Form, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            problems.Add(new ContentProblem(ScheduleDates.PathOf(act), $"“{NameOf(act)}”请填写日期和时间，或者清空。"));
            return null;
        }

        var due = time.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (due <= time.Now)
        {
            problems.Add(new ContentProblem(ScheduleDates.PathOf(act), $"“{NameOf(act)}”这个时间已经过去，请改晚一些，或者清空。"));
        }

        return due;
    }

    private static string NameOf(ScheduledAct act) => act == ScheduledAct.Publish ? "定时发布" : "定时下线";
}
