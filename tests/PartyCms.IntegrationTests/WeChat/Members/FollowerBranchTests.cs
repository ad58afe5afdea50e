using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.WeChat.Client;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Members;
using PartyCms.WeChat.Console.BranchTags;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.IntegrationTests.WeChat.Members;

/// <summary>Which branch a follower counts to, and the tag at WeChat that goes with it.</summary>
public sealed class FollowerBranchTests : IAsyncLifetime
{
    private const string Page = "/admin/wechat/followers";

    private readonly SimulatedSite _site = new();
    private string _openId = "";
    private BranchInfo _scanned = null!;
    private BranchInfo _other = null!;
    private MemberInfo _member = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _openId = _site.WeChat.World.Followers.Add("小李").OpenId;
        await ActAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();

            // The demo's own messages are nobody's concern here.
            await db.Set<OutboxMessage>().ExecuteDeleteAsync(Cancel);
            _member = (await services.GetRequiredService<MemberDirectory>().ListAsync(null, 1, Cancel))[0];
            var others = (await services.GetRequiredService<BranchDirectory>().ListAsync(Cancel))
                .Where(unit => unit.IsBranch && unit.Id != _member.BranchId).ToList();
            (_scanned, _other) = (others[0], others[1]);
            db.Add(new Follower
            {
                OpenId = _openId, SinceUtc = DateTimeOffset.UnixEpoch, ScannedUnitId = _scanned.Id, OrgUnitId = _scanned.Id,
            });
            await db.SaveChangesAsync(Cancel);
            Assert.True((await services.GetRequiredService<SyncBranchTags>().RunAsync(Cancel)).IsOk);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_follower_who_scanned_a_code_has_the_tag_of_its_branch() => Assert.Equal([_scanned.Name], await TagsAsync());

    [Fact]
    public async Task Binding_gives_the_tag_of_the_members_branch_in_place_of_the_scanned_one()
    {
        await BindAsync();
        await DeliverAsync();

        Assert.Equal([await NameOfAsync(_member.BranchId)], await TagsAsync());
        Assert.Null((await ReadAsync()).TagDueUtc);
    }

    [Fact]
    public async Task Unbinding_gives_back_the_tag_of_the_scanned_code()
    {
        await BindAsync();
        await DeliverAsync();

        await UnbindAsync();
        await DeliverAsync();

        Assert.Equal([_scanned.Name], await TagsAsync());
    }

    [Fact]
    public async Task A_member_who_is_moved_takes_the_tag_along()
    {
        await BindAsync();
        await DeliverAsync();

        await ActAsync(services => services.GetRequiredService<Roster>().MoveAsync(_member.Id, _other.Id, Cancel));
        await DeliverAsync();

        Assert.Equal([_other.Name], await TagsAsync());
    }

    [Fact]
    public async Task A_code_does_not_count_for_who_is_bound_and_counts_again_after()
    {
        await BindAsync();
        await ActAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var follower = await db.Set<Follower>().SingleAsync(row => row.OpenId == _openId, Cancel);
            follower.ScannedUnitId = _other.Id;
            await services.GetRequiredService<FollowerBranch>().ScanAsync(follower, _other.Id, Cancel);
            await db.SaveChangesAsync(Cancel);
        });
        var bound = (await ReadAsync()).OrgUnitId;

        await UnbindAsync();

        Assert.Equal((_member.BranchId, _other.Id), (bound, (await ReadAsync()).OrgUnitId));
    }

    [Fact]
    public async Task The_nightly_run_finds_a_member_whose_branch_changed_unheard()
    {
        await BindAsync();
        await ActAsync(services => services.GetRequiredService<CmsDbContext>().Set<Member>().Where(member => member.Id == _member.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.BranchId, _other.Id), Cancel));

        await ActAsync(services => services.GetRequiredService<SyncBranchTags>().RunAsync(Cancel));

        Assert.Equal([_other.Name], await TagsAsync());
        Assert.Null((await ReadAsync()).TagDueUtc);
    }

    [Fact]
    public async Task A_call_that_fails_is_kept_shown_and_made_good()
    {
        _site.WeChat.Faults.Refuse("/cgi-bin/tags/members/batchtagging", 45009, "reach max api daily quota limit");
        await BindAsync();
        await DeliverAsync();
        using var admin = await _site.SignInAsync("admin");
        var shown = await admin.GetStringAsync(Page, Cancel);
        var queued = await admin.GetStringAsync("/admin/operations/outbox", Cancel);

        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();

        Assert.Contains("1 人换了支部", shown, StringComparison.Ordinal);
        Assert.Contains("微信标签没有改好", queued, StringComparison.Ordinal);
        Assert.Equal([await NameOfAsync(_member.BranchId)], await TagsAsync());
        Assert.DoesNotContain("换了支部", await admin.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_made_by_hand_stay()
    {
        await ActAsync(async services =>
        {
            var tags = services.GetRequiredService<PartyCms.WeChat.Client.Tags.TagClient>();
            var made = await tags.CreateAsync("老同志", Cancel);
            Assert.True((await tags.AddToAsync(made.Value!.Id!.Value, [_openId], Cancel)).IsOk);
        });

        await BindAsync();
        await DeliverAsync();

        Assert.Contains("老同志", await TagsAsync());
    }

    private Task BindAsync() => ActAsync(async services => Assert.Equal(
        BindingOutcome.Bound, await services.GetRequiredService<BindMember>().BySignInAsync(_openId, _member, Cancel)));

    // As the member does on a page: unbinding ends the sessions, that of the page among them.
    private Task UnbindAsync() => ActAsync(services =>
    {
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services };
        return services.GetRequiredService<UnbindMember>().RunAsync(_member.Id, Cancel);
    });

    private async Task DeliverAsync()
    {
        var outbox = _site.Get<OutboxDispatcher>();
        while (await outbox.DeliverDueAsync(Cancel) > 0)
        {
        }
    }

    private async Task<IReadOnlyList<string>> TagsAsync()
    {
        var tags = (await _site.Get<PartyCms.WeChat.Client.Tags.TagClient>().ListAsync(Cancel)).Value!.Tags;
        return [.. _site.WeChat.World.Followers.Find(_openId)!.TagIds.Select(id => tags.Single(tag => tag.Id == id).Name!)];
    }

    private async Task<Follower> ReadAsync()
    {
        await using var scope = _site.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<Follower>().AsNoTracking()
            .SingleAsync(row => row.OpenId == _openId, Cancel);
    }

    private async Task<string> NameOfAsync(Guid branchId)
    {
        await using var scope = _site.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<BranchDirectory>().NameOfAsync(branchId, Cancel);
    }

    private async Task ActAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = _site.CreateScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem();
        await act(scope.ServiceProvider);
    }
}
