using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Tree;
using PartyCms.WeChat.Console.BranchTags;
using PartyCms.WeChat.Console.Figures;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Conversation.Log;

namespace PartyCms.IntegrationTests.WeChat.Client;

public sealed class ConsolePagesTests : IAsyncLifetime
{
    private const string Connection = "/admin/wechat/connection";
    private const string Menu = "/admin/wechat/menu";
    private const string Followers = "/admin/wechat/followers";

    private readonly SimulatedSite _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_verified_service_account_is_found_able_to_do_everything()
    {
        using var admin = await _site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, Connection, [], Connection + "?handler=Check");
        var page = await admin.GetStringAsync(Connection, Cancel);

        Assert.Contains("连接正常", page, StringComparison.Ordinal);
        Assert.Equal(14, page.Split("\">可用</span>").Length - 1);
    }

    [Fact]
    public async Task A_capability_that_WeChat_refuses_is_shown_with_what_to_do()
    {
        _site.WeChat.World.Account.Deny("/cgi-bin/freepublish");
        using var admin = await _site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, Connection, [], Connection + "?handler=Check");
        var page = await admin.GetStringAsync(Connection, Cancel);

        Assert.Contains("有 1 项接口与账号类型应有的权限不符", page, StringComparison.Ordinal);
        Assert.Contains("公众号没有这项权限", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_to_enter_in_the_white_list_is_shown()
    {
        _site.WeChat.World.Account.AllowedAddresses = [];
        using var admin = await _site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, Connection, [], Connection + "?handler=Check");
        var page = await admin.GetStringAsync(Connection, Cancel);

        Assert.Contains("服务器 IP 不在公众平台的白名单中", page, StringComparison.Ordinal);
        Assert.Contains("user-select-all\">127.0.0.1</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_menu_is_published_as_it_was_typed()
    {
        using var admin = await _site.SignInAsync("admin");

        using var answer = await SaveMenuAsync(admin, "https://dj.example.cn/lessons", publish: true);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var button = Assert.Single(_site.WeChat.World.Menus.Default);
        Assert.Equal(("党课学习", "https://dj.example.cn/lessons"), (button.Name, button.Url));
        Assert.Contains("已发布", await admin.GetStringAsync(Menu, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_menu_that_is_only_saved_reaches_nobody()
    {
        using var admin = await _site.SignInAsync("admin");

        using var answer = await SaveMenuAsync(admin, "https://dj.example.cn/lessons", publish: false);

        Assert.Empty(_site.WeChat.World.Menus.Default);
        Assert.Contains("value=\"党课学习\"", await admin.GetStringAsync(Menu, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_menu_is_kept_and_not_published()
    {
        using var admin = await _site.SignInAsync("admin");

        using var answer = await SaveMenuAsync(admin, "dj.example.cn", publish: true);

        Assert.Empty(_site.WeChat.World.Menus.Default);
        Assert.Contains("的网址不完整", await admin.GetStringAsync(Menu, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followers_get_the_tag_of_their_branch()
    {
        var person = _site.WeChat.World.Followers.Add("小李");
        var branch = await FollowAsync(person.OpenId);
        using var admin = await _site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, Followers, [], Followers + "?handler=Sync");
        var page = await admin.GetStringAsync(Followers, Cancel);

        Assert.Contains(branch, page, StringComparison.Ordinal);
        Assert.Contains("已同步", page, StringComparison.Ordinal);
        var tags = await _site.Get<PartyCms.WeChat.Client.Tags.TagClient>().ListAsync(Cancel);
        Assert.Contains(tags.Value!.Tags, tag => tag.Name == branch && tag.Count == 1);
    }

    [Fact]
    public async Task Branches_of_one_name_do_not_share_a_tag()
    {
        var (first, second) = (_site.WeChat.World.Followers.Add("小张"), _site.WeChat.World.Followers.Add("小赵"));
        await FollowAsync(first.OpenId, name: "第一党支部");
        await FollowAsync(second.OpenId, place: 1, name: "第一党支部");
        using var admin = await _site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, Followers, [], Followers + "?handler=Sync");
        using var again = await CmsFactory.PostFormAsync(admin, Followers, [], Followers + "?handler=Sync");

        Assert.Contains("加上 0 人，移除 0 人", await admin.GetStringAsync(Followers, Cancel), StringComparison.Ordinal);
        var names = new[] { first, second }.Select(person => TagOf(person.OpenId)).Order(StringComparer.Ordinal);
        Assert.Equal(["第一党支部", "第一党支部（2）"], names);
    }

    [Fact]
    public async Task Branches_that_had_got_one_tag_are_parted()
    {
        var (first, second) = (_site.WeChat.World.Followers.Add("小张"), _site.WeChat.World.Followers.Add("小赵"));
        await FollowAsync(first.OpenId);
        await FollowAsync(second.OpenId, place: 1);
        using var admin = await _site.SignInAsync("admin");
        using var sync = await CmsFactory.PostFormAsync(admin, Followers, [], Followers + "?handler=Sync");
        await using (var scope = _site.CreateScope())
        {
            var rows = scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<BranchTag>();
            var one = await rows.MinAsync(row => row.TagId, Cancel);
            await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.TagId, one), Cancel);
        }

        using var again = await CmsFactory.PostFormAsync(admin, Followers, [], Followers + "?handler=Sync");

        Assert.NotEqual(TagOf(first.OpenId), TagOf(second.OpenId));
    }

    [Fact]
    public async Task Figures_take_no_tags_of_another_account()
    {
        var branch = await FollowAsync(_site.WeChat.World.Followers.Add("小李").OpenId);
        await using var scope = _site.CreateScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<CmsDbContext>();
        var unit = await db.Set<Follower>().Select(follower => follower.OrgUnitId).SingleAsync(Cancel);
        db.Add(new BranchTag { AppId = "wxanother", OrgUnitId = unit!.Value, Count = 77 });
        await db.SaveChangesAsync(Cancel);
        services.GetRequiredService<Caller>().ActAsSystem();

        var figures = await services.GetRequiredService<ReadFigures>().RunAsync(Cancel);

        Assert.Equal(new BranchFigure(branch, 1, Tagged: null), Assert.Single(figures.Branches));
    }

    [Fact]
    public async Task Days_are_counted_from_midnight_to_midnight_of_the_site()
    {
        await using var scope = _site.CreateScope();
        var services = scope.ServiceProvider;
        var (db, time) = (services.GetRequiredService<CmsDbContext>(), services.GetRequiredService<SiteTime>());
        var midnight = time.At(time.Today, TimeOnly.MinValue);
        var instants = new[]
        {
            midnight, midnight.AddMinutes(-1), midnight.AddDays(-1), midnight.AddDays(-13), midnight.AddDays(-13).AddMinutes(-1),
        };
        db.AddRange(instants.Select((instant, i) => new Follower { OpenId = $"oDay{i}", SinceUtc = instant }));
        db.AddRange(instants.Select(instant => new LoggedMessage
        {
            ReceivedUtc = instant, Follower = "f", Kind = "文字", Text = "学习", Answer = "",
        }));
        await db.SaveChangesAsync(Cancel);
        services.GetRequiredService<Caller>().ActAsSystem();

        var days = (await services.GetRequiredService<ReadFigures>().RunAsync(Cancel)).Days;

        Assert.Equal(14, days.Count);
        Assert.Equal((time.Today, 1, 1), (days[0].Day, days[0].NewFollowers, days[0].Messages));
        Assert.Equal((time.Today.AddDays(-1), 2, 2), (days[1].Day, days[1].NewFollowers, days[1].Messages));
        Assert.Equal((time.Today.AddDays(-13), 1, 1), (days[13].Day, days[13].NewFollowers, days[13].Messages));
        Assert.Equal(4, days.Sum(day => day.Messages));
    }

    [Fact]
    public async Task A_menu_for_some_is_given_even_where_WeChat_tells_of_no_menu_yet()
    {
        using var admin = await _site.SignInAsync("admin");
        using var saved = await SaveMenuAsync(admin, "https://dj.example.cn/lessons", publish: false);
        using var added = await CmsFactory.PostFormAsync(
            admin, Menu, new() { ["Rule.Name"] = "苹果手机", ["Rule.Platform"] = "1" }, Menu + "?handler=Add");
        _site.WeChat.Faults.Refuse("/cgi-bin/menu/get", 46003, "menu no exist");

        using var answer = await SaveMenuAsync(admin, "https://dj.example.cn/lessons", publish: true);

        Assert.Single(_site.WeChat.World.Menus.Conditional);
    }

    [Fact]
    public async Task Editing_a_menu_does_not_ask_WeChat_for_its_tags_each_time()
    {
        using var admin = await _site.SignInAsync("admin");
        using var saved = await SaveMenuAsync(admin, "https://dj.example.cn/lessons", publish: false);

        await admin.GetStringAsync(Menu, Cancel);

        Assert.Single(_site.WeChat.Requests.Of("/cgi-bin/tags/get"));
    }

    [Theory]
    [InlineData("secretary", Connection)]
    [InlineData("secretary", Menu)]
    [InlineData("member", Connection)]
    [InlineData("member", Followers)]
    public async Task Pages_of_the_account_are_not_for_everybody(string userName, string page)
    {
        using var client = await _site.SignInAsync(userName);

        using var answer = await client.GetAsync(page, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_file_for_the_proof_of_the_domain_is_shown_as_it_was_entered_and_the_change_is_noted()
    {
        using var admin = await _site.SignInAsync("admin");

        using var saved = await SaveProofAsync(admin, "MP_verify_AbCd1234.txt", "EfGh5678");
        using var shown = await admin.GetAsync("/MP_verify_AbCd1234.txt", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("text/plain", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal("EfGh5678", await shown.Content.ReadAsStringAsync(Cancel));
        await using var scope = _site.CreateScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<AuditEvent>()
            .CountAsync(act => act.Kind == "wechat.domain-proof-changed" && act.SubjectId == "AbCd1234", Cancel));
    }

    [Fact]
    public async Task No_other_name_is_shown_and_none_after_it_was_deleted()
    {
        using var admin = await _site.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(admin, "/MP_verify_.txt"));
        using var saved = await SaveProofAsync(admin, "AbCd1234", "EfGh5678");

        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(admin, "/MP_verify_abcd1234.txt"));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(admin, "/MP_verify_AbCd1234.txt"));
        using var deleted = await SaveProofAsync(admin, "", "");
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(admin, "/MP_verify_AbCd1234.txt"));
    }

    [Fact]
    public async Task A_file_of_64_letters_is_taken()
    {
        var longest = new string('a', 64);
        using var admin = await _site.SignInAsync("admin");

        using var saved = await SaveProofAsync(admin, longest, longest);

        Assert.Equal(longest, await admin.GetStringAsync($"/MP_verify_{longest}.txt", Cancel));
    }

    [Theory]
    [InlineData("../etc/passwd", "EfGh5678")]
    [InlineData("AbCd1234", "<script>")]
    [InlineData("AbCd1234", "")]
    [InlineData("", "EfGh5678")]
    [InlineData("a23456789a23456789a23456789a23456789a23456789a23456789a23456789a2345", "EfGh5678")]
    public async Task A_file_of_another_shape_is_refused_and_what_was_typed_stays(string name, string text)
    {
        using var admin = await _site.SignInAsync("admin");

        using var answer = await SaveProofAsync(admin, name, text);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"name=\"Proof.Name\" value=\"{name}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(admin, "/MP_verify_AbCd1234.txt"));
    }

    [Fact]
    public async Task A_secretary_cannot_give_a_file_for_the_proof_of_the_domain()
    {
        using var secretary = await _site.SignInAsync("secretary");

        using var answer = await CmsFactory.PostFormAsync(
            secretary, "/admin/wechat/cards", new() { ["Proof.Name"] = "AbCd1234", ["Proof.Text"] = "EfGh5678" }, Connection + "?handler=Proof");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(secretary, "/MP_verify_AbCd1234.txt"));
    }

    private static Task<HttpResponseMessage> SaveProofAsync(HttpClient admin, string name, string text) => CmsFactory.PostFormAsync(
        admin, Connection, new() { ["Proof.Name"] = name, ["Proof.Text"] = text }, Connection + "?handler=Proof");

    private static async Task<HttpStatusCode> StatusOfAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SaveMenuAsync(HttpClient admin, string address, bool publish) =>
        CmsFactory.PostFormAsync(admin, Menu, new()
        {
            ["Form.Buttons[0].Name"] = "党课学习",
            ["Form.Buttons[0].Type"] = "view",
            ["Form.Buttons[0].Target"] = address,
            ["publish"] = publish ? "true" : "false",
        });

    private string TagOf(string openId)
    {
        var id = Assert.Single(_site.WeChat.World.Followers.Find(openId)!.TagIds);
        return _site.WeChat.World.Tags.All.Single(tag => tag.Id == id).Name;
    }

    // The unit that a place in the order of ids says, under another name where one is given.
    private async Task<string> FollowAsync(string openId, int place = 0, string? name = null)
    {
        await using var scope = _site.CreateScope();
        var branches = scope.ServiceProvider.GetRequiredService<BranchDirectory>();
        var branch = (await branches.ListAsync(Cancel)).OrderBy(unit => unit.Id).ElementAt(place);
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        db.Add(new Follower { OpenId = openId, SinceUtc = DateTimeOffset.UnixEpoch, OrgUnitId = branch.Id });
        await db.SaveChangesAsync(Cancel);
        if (name is not null)
        {
            await db.Set<OrgUnit>().Where(unit => unit.Id == branch.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(unit => unit.Name, name), Cancel);
            branches.Forget();
        }

        return name ?? branch.Name;
    }
}
