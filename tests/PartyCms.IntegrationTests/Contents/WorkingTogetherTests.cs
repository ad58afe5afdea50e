using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents;

/// <summary>Several people, or one person twice, at one item.</summary>
public sealed partial class WorkingTogetherTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("publish")]
    [InlineData("draft")]
    public async Task Of_thirty_saves_of_one_opened_form_one_wins_and_every_other_is_told(string button)
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await secretary.PublishAsync("三十人 " + button, "thirty-" + button);
        var form = await secretary.GetStringAsync(Edit(id), Cancel);
        var (revision, token) = (Hidden(form, "Revision"), Token().Match(form).Groups[1].Value);

        var statuses = await Task.WhenAll(Enumerable.Range(1, 30).Select(async number =>
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string>(
                Typed($"第 {number} 人的标题", $"<p>第 {number} 人的正文。</p>", "thirty-" + button))
            {
                ["Revision"] = revision, ["__RequestVerificationToken"] = token,
            });
            using var answer = await secretary.PostAsync(Edit(id) + "?handler=" + button, content, Cancel);
            return answer.StatusCode;
        }));

        Assert.Single(statuses, HttpStatusCode.Redirect);
        Assert.Equal(29, statuses.Count(status => status == HttpStatusCode.Conflict));
        var rows = await VersionsAsync(id);
        Assert.Equal((1, 1, 2), (rows.Count(row => row.Published), rows.Count(row => row.Latest), rows.Count));
    }

    [Fact]
    public async Task A_second_click_on_an_opened_item_publishes_one_edition_and_one_note()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await secretary.PublishAsync("点了两下", "twice");
        var typed = new Dictionary<string, string>(Typed("点了两下", "<p>改一句。</p>", "twice"))
        {
            ["Revision"] = await secretary.HiddenAsync(Edit(id), "Revision"),
            ["Fields[ChangeNotePart.Kind.Text]"] = "major",
            ["Fields[ChangeNotePart.Note.Text]"] = "改了一句",
        };

        var answers = await Task.WhenAll(
            secretary.PressAsync(Edit(id), "publish", new(typed)), secretary.PressAsync(Edit(id), "publish", new(typed)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var rows = await VersionsAsync(id);
        Assert.Equal((2, 1), (rows.Count, ChangeNotes.Read(rows.Single(row => row.Published).Parts).Count));
    }

    [Fact]
    public async Task A_conflict_shows_both_texts_and_the_next_press_decides()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var id = await secretary.CreateDraftAsync(Typed("两人同改", "<p>会议定于周三。</p>"));
        var typed = new Dictionary<string, string>(Typed("两人同改", "<p>会议定于周五。</p>"))
        {
            ["Revision"] = await secretary.HiddenAsync(Edit(id), "Revision"),
        };
        using var first = await admin.PressAsync(Edit(id), "draft", Typed("两人同改", "<p>会议定于周四。</p>"));

        using var refused = await secretary.PressAsync(Edit(id), "draft", new(typed));
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        using var decided = await secretary.PressAsync(Edit(id), "draft", new(typed) { ["Revision"] = Hidden(page, "Revision") });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (refused.StatusCode, decided.StatusCode));
        Assert.Contains("会议定于周［删去四］［加上五］。", Tags().Replace(page, ""), StringComparison.Ordinal);
        Assert.Contains("会议定于周五。", page, StringComparison.Ordinal);
        Assert.Equal(
            ["<p>会议定于周三。</p>", "<p>会议定于周四。</p>", "<p>会议定于周五。</p>"],
            (await VersionsAsync(id)).Select(row => row.Parts.Text(ContentParts.Body)));
    }

    [Fact]
    public async Task Who_opens_an_item_is_shown_to_the_others_until_they_are_gone()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var id = await secretary.CreateDraftAsync(Typed("谁在编辑", "<p>正文。</p>"));
        await secretary.GetStringAsync(Edit(id), Cancel);

        var editor = await admin.GetStringAsync(Edit(id), Cancel);
        var list = await admin.GetStringAsync("/admin/content?type=BranchNews&q=谁在编辑", Cancel);
        var own = await BeatAsync(secretary, id);
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        var later = await BeatAsync(admin, id);

        Assert.Contains("secretary 也打开了这条内容", editor, StringComparison.Ordinal);
        Assert.Contains("secretary 正在编辑", list, StringComparison.Ordinal);
        Assert.Equal(["admin"], own);
        Assert.Empty(later);
    }

    [Fact]
    public async Task Who_leaves_is_gone_at_once()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var id = await secretary.CreateDraftAsync(Typed("关掉了", "<p>正文。</p>"));
        await secretary.GetStringAsync(Edit(id), Cancel);

        using var left = await CmsFactory.PostFormAsync(secretary, NewItem, [], Edit(id) + "?handler=leave");

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Empty(await BeatAsync(admin, id));
    }

    [Fact]
    public async Task Who_may_not_edit_an_item_neither_learns_who_does_nor_is_shown()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await secretary.CreateDraftAsync(Typed("别家在写", "<p>正文。</p>"));

        using var answer = await CmsFactory.PostFormAsync(foreigner, NewItem, [], Edit(id) + "?handler=presence");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await BeatAsync(secretary, id));
    }

    private static async Task<string[]> BeatAsync(HttpClient client, string id)
    {
        using var answer = await CmsFactory.PostFormAsync(client, NewItem, [], Edit(id) + "?handler=presence");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return [.. json.RootElement.GetProperty("others").EnumerateArray().Select(name => name.GetString()!)];
    }

    private static string Hidden(string html, string name) =>
        Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    private Task<List<ContentItem>> VersionsAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentItem>().AsNoTracking()
            .Where(item => item.ContentItemId == id).OrderBy(item => item.Id).ToListAsync(Cancel));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
