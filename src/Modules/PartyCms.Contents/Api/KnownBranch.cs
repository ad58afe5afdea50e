using PartyCms.Kernel.Content;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Api;

/// <summary>Refuses an item whose branch does not exist; nobody but a platform administrator would ever find it again.</summary>
internal sealed class KnownBranch(BranchDirectory branches) : ContentHandler
{
    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.OrgUnitId is { } unit && await branches.FindAsync(unit, cancellationToken) is null)
        {
            problems.Add(new ContentProblem(ContentParts.Branch, "没有这个支部，请重新选择。", "The branch does not exist."));
        }
    }
}
