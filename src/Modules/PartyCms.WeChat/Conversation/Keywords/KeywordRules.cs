using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;

namespace PartyCms.WeChat.Conversation.Keywords;

/// <summary>The words with answers of their own, in their order; a few dozen at the most.</summary>
internal sealed class KeywordRules(CmsDbContext db, AuditLog audit, SiteTime time)
{
    public const int Most = 200;

    public async Task<IReadOnlyList<KeywordRule>> ListAsync(CancellationToken cancellationToken) =>
        await db.Set<KeywordRule>().AsNoTracking().OrderBy(rule => rule.Position).Take(Most).ToListAsync(cancellationToken);

    /// <summary>The first that fits what was asked, or null.</summary>
    public async Task<KeywordRule?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var asked = Keyword.From(text);
        return asked.Length == 0
            ? null
            : (await ListAsync(cancellationToken)).FirstOrDefault(rule => rule.Fits(asked));
    }

    /// <summary>Null where there is no such rule.</summary>
    public Task<KeywordRule?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<KeywordRule>().AsNoTracking().SingleOrDefaultAsync(rule => rule.Id == id, cancellationToken);

    /// <summary>Makes a rule, at the end, or changes the one with an id. False where that is gone, or there are too many.</summary>
    public async Task<bool> SaveAsync(Guid? id, Action<KeywordRule> fill, CancellationToken cancellationToken)
    {
        var rule = id is { } known
            ? await db.Set<KeywordRule>().FindAsync([known], cancellationToken)
            : await NewAsync(cancellationToken);
        if (rule is null)
        {
            return false;
        }

        fill(rule);
        audit.Add(id is null ? "wechat.keyword-added" : "wechat.keyword-changed", rule.Id.ToString("N"), rule.Word);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<KeywordRule>().FindAsync([id], cancellationToken) is { } rule)
        {
            db.Remove(rule);
            audit.Add("wechat.keyword-deleted", id.ToString("N"), rule.Word);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task SwitchAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<KeywordRule>().FindAsync([id], cancellationToken) is { } rule)
        {
            rule.IsOn = !rule.IsOn;
            audit.Add("wechat.keyword-changed", id.ToString("N"), rule.Word);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Changes places with the one before it.</summary>
    public async Task MoveUpAsync(Guid id, CancellationToken cancellationToken)
    {
        var rules = await db.Set<KeywordRule>().OrderBy(rule => rule.Position).ToListAsync(cancellationToken);
        var place = rules.FindIndex(rule => rule.Id == id);
        if (place < 1)
        {
            return;
        }

        (rules[place - 1], rules[place]) = (rules[place], rules[place - 1]);
        for (var i = 0; i < rules.Count; i++)
        {
            rules[i].Position = i;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<KeywordRule?> NewAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<KeywordRule>().CountAsync(cancellationToken) >= Most)
        {
            return null;
        }

        var rule = new KeywordRule
        {
            Id = Guid.CreateVersion7(time.Now),
            Word = "",
            Match = KeywordMatch.Exact,
            Answer = KeywordAnswer.Text,
            Position = 1 + (await db.Set<KeywordRule>().MaxAsync(row => (int?)row.Position, cancellationToken) ?? -1),
        };
        db.Add(rule);
        return rule;
    }
}
