using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Client.Tags;

namespace PartyCms.WeChat.Console.BranchTags;

/// <summary>The tags at WeChat and the branches they belong to. WeChat has each name once; branches may share one.</summary>
/// <param name="listed">All tags, as WeChat gave them.</param>
internal sealed class TagShelf(IReadOnlyList<Tag> listed)
{
    private readonly Dictionary<Guid, int> _tagOf = [];
    private readonly List<Tag> _tags = [.. listed];

    /// <summary>Lets a branch keep the tag that it had, unless that is gone or a branch before it has the same.</summary>
    public void Keep(BranchTag? row)
    {
        if (row is not null && _tags.Exists(tag => tag.Id == row.TagId) && !_tagOf.ContainsValue(row.TagId))
        {
            _tagOf.Add(row.OrgUnitId, row.TagId);
        }
    }

    /// <summary>Whether a tag belongs to a branch, and was not made by hand for something else.</summary>
    public bool IsBranch(int tagId) => _tagOf.ContainsValue(tagId);

    /// <summary>The tag of a branch: the one it has, else one of its name that is nobody's yet; null where there is none.</summary>
    public int? Find(BranchInfo branch)
    {
        if (!_tagOf.TryGetValue(branch.Id, out var own))
        {
            var name = NameFor(branch);
            if (_tags.Find(tag => tag.Name == name)?.Id is not { } free)
            {
                return null;
            }

            own = _tagOf[branch.Id] = free;
        }

        return own;
    }

    /// <summary>The branch's name, with a number where the tag of that name belongs to another branch.</summary>
    public string NameFor(BranchInfo branch)
    {
        var number = 1;
        while (_tags.Exists(tag => tag.Name == Name(branch.Name, number) && tag.Id is { } id && _tagOf.ContainsValue(id)))
        {
            number++;
        }

        return Name(branch.Name, number);
    }

    /// <summary>Notes a tag that was made for a branch.</summary>
    public void Add(BranchInfo branch, int tagId, string name)
    {
        _tags.Add(new Tag(tagId, name, 0));
        _tagOf[branch.Id] = tagId;
    }

    private static string Name(string branchName, int number)
    {
        var suffix = number == 1 ? "" : FormattableString.Invariant($"（{number}）");
        var room = Tag.NameLength - suffix.Length;
        return (branchName.Length > room ? branchName[..room] : branchName) + suffix;
    }
}
