using System.Collections.Frozen;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.History;

/// <summary>What happened to an item beside its versions.</summary>
internal sealed record ItemEvent(DateTimeOffset OccurredUtc, string Kind, string ActorName, string? OnBehalfOf, string? Detail)
{
    /// <summary>What was done, for people.</summary>
    public string What => ItemEvents.Names[Kind];
}

/// <summary>Reads the life of an item from the audit, newest first: published, scheduled, withdrawn, with time and reason.</summary>
internal sealed class ItemEvents(CmsDbContext db)
{
    private const int Shown = 50;

    public static FrozenDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["content.published"] = "发布",
        ["content.withdrawn"] = "撤下",
        ["content.reinstated"] = "恢复公开",
        ["content.draft-discarded"] = "放弃草稿",
        ["content.scheduled"] = "设定时间",
        ["content.schedule-cancelled"] = "取消定时",
        ["content.schedule-fired"] = "到点执行",
        ["content.schedule-failed"] = "到点没有办成",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public async Task<IReadOnlyList<ItemEvent>> ReadAsync(string contentItemId, CancellationToken cancellationToken)
    {
        var kinds = Names.Keys.ToList();
        return await db.Set<AuditEvent>().AsNoTracking()
            .Where(entry => entry.SubjectId == contentItemId && kinds.Contains(entry.Kind))
            .OrderByDescending(entry => entry.Id).Take(Shown)
            .Select(entry => new ItemEvent(entry.OccurredUtc, entry.Kind, entry.ActorName, entry.OnBehalfOf, entry.Detail))
            .ToListAsync(cancellationToken);
    }
}
