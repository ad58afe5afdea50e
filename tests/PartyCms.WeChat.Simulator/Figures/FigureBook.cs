using PartyCms.WeChat.Simulator.Followers;

namespace PartyCms.WeChat.Simulator.Figures;

/// <summary>
/// What WeChat counts by days of Asia/Shanghai. Days that nobody wrote down are counted from the people that there are;
/// articles that nobody wrote down were read by nobody.
/// </summary>
public sealed class FigureBook
{
    private readonly FollowerBook _followers;
    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, CountedDay> _days = [];
    private readonly Dictionary<string, CountedArticle> _articles = new(StringComparer.Ordinal);

    internal FigureBook(FollowerBook followers) => _followers = followers;

    /// <summary>Writes down a day.</summary>
    public void Count(DateOnly day, CountedDay counted)
    {
        lock (_gate)
        {
            _days[day] = counted;
        }
    }

    /// <summary>Writes down how far the articles of a title came.</summary>
    public void Count(string title, CountedArticle counted)
    {
        lock (_gate)
        {
            _articles[title] = counted;
        }
    }

    internal CountedDay Of(DateOnly day)
    {
        lock (_gate)
        {
            if (_days.TryGetValue(day, out var counted))
            {
                return counted;
            }
        }

        var since = _followers.Following.Select(person => person.FollowedAt).OfType<DateTimeOffset>().Select(SimulatorClock.DayOf).ToList();
        return new CountedDay(since.Count(first => first == day), 0, since.Count(first => first <= day));
    }

    internal CountedArticle Of(string title)
    {
        lock (_gate)
        {
            return _articles.GetValueOrDefault(title) ?? new CountedArticle(0, 0, 0);
        }
    }
}
