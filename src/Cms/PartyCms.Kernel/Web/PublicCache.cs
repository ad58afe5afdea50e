using PartyCms.Kernel.Content;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Drops cached public pages after a commit. Acts collect tags while they work; whoever commits the transaction
/// flushes them, so that a page made from the old data can never outlive the change.
/// </summary>
public sealed class PublicCache(PublicPageCache pages)
{
    private readonly HashSet<string> _tags = [];

    /// <summary>Marks the pages that show an item: its own, its lists, its branch, home.</summary>
    public void Drop(ContentSummary summary)
    {
        _tags.Add(PublicTags.Item(summary.ContentItemId));
        _tags.Add(PublicTags.Type(summary.ContentType));
        _tags.Add(PublicTags.Home);
        if (summary.OrgUnitId is { } branch)
        {
            _tags.Add(PublicTags.Branch(branch));
        }
    }

    /// <summary>Marks pages by tag.</summary>
    public void Drop(string tag) => _tags.Add(tag);

    /// <summary>Forgets the marks of an act that was not committed.</summary>
    public void Forget() => _tags.Clear();

    /// <summary>Drops the marked pages. Call after the commit.</summary>
    public void Flush()
    {
        if (_tags.Count > 0)
        {
            pages.Evict(_tags);
            _tags.Clear();
        }
    }
}
