using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Drafts;
using PartyCms.WeChat.Simulator.Followers;
using PartyCms.WeChat.Simulator.Menus;

namespace PartyCms.WeChat.Simulator.Phone;

/// <summary>What the page shows of one person's phone.</summary>
internal sealed class PhoneState(SimulatedWeChat world)
{
    public object Of(string openId)
    {
        var people = world.Followers.All;
        var person = people.FirstOrDefault(person => person.OpenId == openId) ?? (people.Count > 0 ? people[0] : null);
        return new
        {
            Account = new
            {
                world.Account.Name,
                Kind = world.Account.Kind.ToString(),
                world.Account.Verified,
                world.SiteUrl,
                world.SignInUrl,
            },
            People = people.Select(one => new { one.OpenId, one.Nickname, one.IsFollowing }),
            Person = person is null ? null : Describe(person),
        };
    }

    private object Describe(Follower person) => new
    {
        person.OpenId,
        person.Nickname,
        person.IsFollowing,
        Tags = world.Tags.All.Where(tag => person.TagIds.Contains(tag.Id)).Select(tag => tag.Name),
        Chat = world.Chats.Of(person.OpenId).Select(Describe),
        Menu = world.Menus.For(person).Select(Describe),
        Codes = world.SceneCodes.All.Where(code => world.SceneCodes.Find(code.Ticket) is not null)
            .Reverse().Take(20).Select(code => new { code.Ticket, code.Scene }),
        Notices = world.Notices.Subscriptions.Select(template => new
        {
            template.Id,
            template.Title,
            Grants = world.Notices.Grants(person.OpenId, template.Id),
        }),
        Drafts = world.Drafts.All.SelectMany(draft => draft.Articles).Select(Describe),
        Articles = world.ReadableArticles().Select(Describe),
    };

    private static object Describe(ChatMessage message) => new
    {
        message.At,
        message.IsFromAccount,
        message.Kind,
        message.Text,
        message.Source,
        message.MediaId,
        message.Tail,
        message.Url,
        Cards = message.Cards.Select(card => new { card.Title, card.Description, card.Picture, card.Url }),
        Rows = message.Rows.Select(row => new { row.Name, row.Value }),
    };

    private static object Describe(MenuButton button) => new
    {
        button.Name,
        button.Type,
        button.Url,
        Buttons = button.Buttons.Select(below => new { below.Name, below.Type, below.Url }),
    };

    private static object Describe(SimulatedArticle article) =>
        new { article.Title, article.Digest, Picture = article.ThumbUrl, article.Url };
}
