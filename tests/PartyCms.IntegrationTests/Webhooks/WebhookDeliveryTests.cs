using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Webhooks.Deliveries;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.IntegrationTests.Webhooks;

public sealed class WebhookDeliveryTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_is_told_with_a_signature_the_receiver_can_check()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["BranchNews"]);

        var item = await client.SavedAsync(await site.NewsAsync("推送的动态"));
        await site.DeliverAsync(Cancel);

        var call = Assert.Single(receiver.Calls);
        var told = JsonNode.Parse(call.Body)!;
        Assert.Equal("content.published", (string?)told["type"]);
        Assert.Equal(item.Id(), (string?)told["data"]!["contentItemId"]);
        Assert.Equal("qinghe", (string?)told["data"]!["branch"]);
        Assert.DoesNotContain("推送的动态", call.Body, StringComparison.Ordinal);
        Assert.Equal(Sign((string)webhook["secret"]!, call), call.Headers["Webhook-Signature"]);
    }

    [Fact]
    public async Task A_withdrawal_is_told_and_other_types_and_events_are_not()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var webhook = await client.SubscribeAsync(receiver.Url, events: ["content.unpublished"], contentTypes: ["BranchNews"]);
        var item = await client.SavedAsync(await site.NewsAsync("将要删除的动态"));

        using var deleted = await client.DeleteAsync($"/api/content/{item.Id()}", Cancel);
        await site.DeliverAsync(Cancel);

        Assert.Equal("content.unpublished", (string?)JsonNode.Parse(Assert.Single(receiver.Calls).Body)!["type"]);
        Assert.Single(await client.DeliveriesAsync(webhook));
    }

    [Fact]
    public async Task A_subscription_of_a_branch_hears_of_that_branch_alone()
    {
        using var client = await site.AdministratorAsync();
        using var secretary = await site.ClientAsync("Secretary", "qinghe");
        await using var receiver = await Receiver.StartAsync();
        var webhook = await secretary.SubscribeAsync(receiver.Url);
        var others = await site.WithAsync(async (PartyCms.Organization.Contracts.BranchDirectory branches) =>
            (await branches.ListAsync(Cancel)).First(branch => branch.IsBranch && branch.Slug != "qinghe").Slug);

        await client.SavedAsync(await site.NewsAsync("别的支部的动态", others));
        var own = await client.SavedAsync(await site.NewsAsync("本支部的动态"));
        await site.DeliverAsync(Cancel);

        Assert.Equal("qinghe", (string?)webhook["branch"]);
        Assert.Contains(own.Id(), Assert.Single(receiver.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_delivery_is_repeated_with_the_same_id_and_body_after_a_pause()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue((HttpStatusCode.ServiceUnavailable, "维护中"));
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["BranchNews"]);
        await client.SavedAsync(await site.NewsAsync("要推两次的动态"));

        await site.DeliverAsync(Cancel);
        await site.DeliverAsync(Cancel);
        var before = receiver.Calls.Count;
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await site.DeliverAsync(Cancel);

        Assert.Equal((1, 2), (before, receiver.Calls.Count));
        Assert.Equal(receiver.Calls[0].Body, receiver.Calls[1].Body);
        Assert.Equal(receiver.Calls[0].Headers["Webhook-Id"], receiver.Calls[1].Headers["Webhook-Id"]);
        var delivery = Assert.Single(await client.DeliveriesAsync(webhook))!;
        Assert.Equal("delivered", (string?)delivery["status"]);
        Assert.Equal([204, 503], delivery["attempts"]!.AsArray().Select(attempt => (int)attempt!["status"]!));
        Assert.Equal("维护中", (string?)delivery["attempts"]![1]!["excerpt"]);
    }

    [Fact]
    public async Task A_receiver_that_takes_nothing_for_two_days_is_switched_off_and_can_be_switched_on()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);
        var path = $"/api/webhooks/{webhook["id"]}";
        await TellAsync(new ContentPublished("4item", "4version", "Guide", null, "guides/x", site.Clock.GetUtcNow()));
        for (var attempt = 0; attempt < RetryPauses.MostAttempts; attempt++)
        {
            receiver.Answers.Enqueue((HttpStatusCode.InternalServerError, ""));
            await site.DeliverAsync(Cancel);
            site.Clock.Advance(TimeSpan.FromHours(25));
        }

        using var later = await site.AdministratorAsync();
        var off = await later.GetJsonAsync(path);
        using var refused = await later.PostAsync($"{path}/deliveries/{(await later.DeliveriesAsync(webhook))[0]!["id"]}/redeliver", null, Cancel);
        var on = await later.PostForJsonAsync($"{path}/enable");

        Assert.Equal(RetryPauses.MostAttempts, receiver.Calls.Count);
        Assert.Equal(("off", "gave-up"), ((string?)off["status"], (string?)off["reason"]));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(("active", null), ((string?)on["status"], (string?)on["reason"]));
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_switched_off_at_once()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue((HttpStatusCode.Gone, ""));
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);

        await TellAsync(new ContentPublished("4gone", "4gone-version", "Guide", null, "guides/y", site.Clock.GetUtcNow()));
        await site.DeliverAsync(Cancel);

        Assert.Equal("receiver-gone", (string?)(await client.GetJsonAsync($"/api/webhooks/{webhook["id"]}"))["reason"]);
    }

    [Fact]
    public async Task An_event_that_is_handled_twice_is_delivered_once()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);
        var published = new ContentPublished("4twice", "4twice-version", "Guide", null, "guides/z", site.Clock.GetUtcNow());

        await TellAsync(published);
        await site.DeliverAsync(Cancel);
        await TellAsync(published);
        await site.DeliverAsync(Cancel);

        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task What_happened_before_somebody_subscribed_is_not_told()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var before = site.Clock.GetUtcNow();
        await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);

        await TellAsync(new ContentPublished("4before", "4before-version", "Guide", null, "guides/u", before));
        await site.DeliverAsync(Cancel);

        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task A_delivery_asked_for_again_keeps_its_id()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);
        await TellAsync(new ContentPublished("4again", "4again-version", "Guide", null, "guides/w", site.Clock.GetUtcNow()));
        await site.DeliverAsync(Cancel);
        var delivery = Assert.Single(await client.DeliveriesAsync(webhook))!;

        using var accepted = await client.PostAsync($"/api/webhooks/{webhook["id"]}/deliveries/{delivery["id"]}/redeliver", null, Cancel);
        await site.DeliverAsync(Cancel);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal([(string)delivery["id"]!, (string)delivery["id"]!], receiver.Calls.Select(call => call.Headers["Webhook-Id"]));
    }

    [Fact]
    public async Task A_test_is_sent_at_once_and_tells_what_came_of_it()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers.Enqueue((HttpStatusCode.BadRequest, "签名不对"));
        var webhook = await client.SubscribeAsync(receiver.Url);

        var refused = await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");
        var accepted = await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");

        Assert.Equal(("failed", "refused"), ((string?)refused["status"], (string?)refused["attempts"]![0]!["fault"]));
        Assert.Equal("delivered", (string?)accepted["status"]);
        Assert.Equal("active", (string?)(await client.GetJsonAsync($"/api/webhooks/{webhook["id"]}"))["status"]);
    }

    [Fact]
    public async Task The_log_is_trimmed()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);
        await TellAsync(new ContentPublished("4old", "4old-version", "Guide", null, "guides/v", site.Clock.GetUtcNow()));
        await site.DeliverAsync(Cancel);
        site.Clock.Advance(TimeSpan.FromDays(31));

        await site.WithAsync(async (IEnumerable<Kernel.Jobs.IScheduledJob> jobs) =>
        {
            await jobs.Single(job => job.Name == "webhooks.delete-old").RunAsync(Cancel);
            return true;
        });

        Assert.Empty(await FindDeliveriesAsync((Guid)webhook["id"]!));
    }

    [Fact]
    public async Task The_secret_is_not_readable_in_the_database()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();

        var webhook = await client.SubscribeAsync(receiver.Url);
        var id = (Guid)webhook["id"]!;
        var stored = await site.WithAsync((CmsDbContext db) =>
            db.Set<WebhookSubscription>().Where(row => row.Id == id).Select(row => row.ProtectedSecret).SingleAsync(Cancel));
        var later = await client.GetJsonAsync($"/api/webhooks/{id}");

        Assert.DoesNotContain(((string)webhook["secret"]!)["whsec_".Length..], stored, StringComparison.Ordinal);
        Assert.False(later.ContainsKey("secret"));
    }

    [Fact]
    public async Task While_a_secret_changes_deliveries_bear_the_signatures_of_both()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        var webhook = await client.SubscribeAsync(receiver.Url, contentTypes: ["Guide"]);
        var old = (string)webhook["secret"]!;
        var fresh = await site.WithAsync(async (ManageWebhooks manage) => await manage.RotateSecretAsync(
            (await manage.FindAsync((Guid)webhook["id"]!, PermissionScope.Everywhere, Cancel))!, Cancel));

        await TellAsync(new ContentPublished("4during", "4during-version", "Guide", null, "guides/d", site.Clock.GetUtcNow()));
        await site.DeliverAsync(Cancel);
        site.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await TellAsync(new ContentPublished("4after", "4after-version", "Guide", null, "guides/a", site.Clock.GetUtcNow()));
        await site.DeliverAsync(Cancel);

        var (during, after) = (receiver.Calls[0], receiver.Calls[^1]);
        Assert.NotEqual(old, fresh);
        Assert.Equal($"{Sign(fresh, during)} {Sign(old, during)}", during.Headers["Webhook-Signature"]);
        Assert.Equal(Sign(fresh, after), after.Headers["Webhook-Signature"]);
    }

    private Task<List<WebhookDelivery>> FindDeliveriesAsync(Guid webhook) => site.WithAsync((CmsDbContext db) =>
        db.Set<WebhookDelivery>().Where(row => row.SubscriptionId == webhook).ToListAsync(Cancel));

    private Task<bool> TellAsync(ContentPublished published) => site.WithAsync(async (QueueDeliveries queue) =>
    {
        await queue.HandleAsync(published, Cancel);
        return true;
    });

    private static string Sign(string secret, Receiver.Received call)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = string.Create(
            CultureInfo.InvariantCulture, $"{call.Headers["Webhook-Id"]}.{call.Headers["Webhook-Timestamp"]}.{call.Body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }
}
