using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;

namespace PartyCms.IntegrationTests.Site;

/// <summary>Content that these tests publish beside the demo's.</summary>
internal static class SiteContent
{
    /// <summary>Publishes a guide and returns its id.</summary>
    public static Task<string> PublishGuideAsync(this CmsFactory site, string title, string slug, string html = "<p>正文</p>") =>
        site.WithServicesAsync(async services =>
        {
            var parts = new JsonObject();
            parts.Set(ContentParts.Title, title);
            parts.Set(ContentParts.Permalink, slug);
            parts.Set(ContentParts.Body, html);
            var outcome = await services.GetRequiredService<ContentStore>().PublishAsync(
                new ContentEdit { ContentType = "Guide", Parts = parts }, TestContext.Current.CancellationToken);
            Assert.True(outcome.IsDone);
            return outcome.Item.ContentItemId;
        });

    /// <summary>Takes an item down.</summary>
    public static Task<bool> WithdrawAsync(this CmsFactory site, string contentItemId, string reason) =>
        site.WithServicesAsync(async services =>
            (await services.GetRequiredService<ContentStore>()
                .WithdrawAsync(contentItemId, reason, TestContext.Current.CancellationToken)).IsDone);
}
