using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Followers;

/// <summary>The account's tags. Those with ids 0 to 2 are WeChat's own.</summary>
public sealed class TagBook
{
    private const int Most = 100;
    private const int LongestName = 30;
    private const int FirstOwn = 100;

    private readonly Lock _gate = new();
    private readonly List<Tag> _tags = [new(2, "星标组")];
    private int _next = FirstOwn;

    internal TagBook()
    {
    }

    /// <summary>All tags in the order in which they were made.</summary>
    public IReadOnlyList<Tag> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _tags];
            }
        }
    }

    internal Tag? Find(long id) => All.FirstOrDefault(tag => tag.Id == id);

    internal Tag Require(long id) => Find(id) ?? throw new Refusal(45159, "invalid tag");

    internal Tag Add(string name)
    {
        lock (_gate)
        {
            CheckName(name);
            if (_tags.Count >= Most)
            {
                throw new Refusal(45056, "too many tag now, please delete some first");
            }

            var tag = new Tag(_next++, name);
            _tags.Add(tag);
            return tag;
        }
    }

    internal void Rename(long id, string name)
    {
        lock (_gate)
        {
            var index = OwnIndex(id);
            CheckName(name);
            _tags[index] = _tags[index] with { Name = name };
        }
    }

    internal void Remove(long id)
    {
        lock (_gate)
        {
            _tags.RemoveAt(OwnIndex(id));
        }
    }

    private int OwnIndex(long id)
    {
        if (id is >= 0 and <= 2)
        {
            throw new Refusal(45058, "can't modify sys tag");
        }

        var index = _tags.FindIndex(tag => tag.Id == id);
        return index < 0 ? throw new Refusal(45159, "invalid tag") : index;
    }

    private void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            throw new Refusal(45158, "tag name is too long");
        }

        if (_tags.Exists(tag => tag.Name == name))
        {
            throw new Refusal(45157, "invalid tag name, duplicate");
        }
    }
}
