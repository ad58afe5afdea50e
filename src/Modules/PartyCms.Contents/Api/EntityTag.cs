using Microsoft.Net.Http.Headers;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Api;

/// <summary>The tag of one state of one version: its id and its revision, for a draft is changed in place.</summary>
internal static class EntityTag
{
    /// <summary>The tag with its quotes.</summary>
    public static string Of(ContentItem item) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{item.ContentItemVersionId}.{item.Revision}\"");

    /// <summary>
    /// Whether <c>If-Match</c> allows a change of an item, and <c>If-None-Match: *</c> only a new one; without the headers
    /// everything is allowed.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="head">Latest version, or null where there is none.</param>
    public static bool Allows(HttpRequest request, ContentItem? head)
    {
        if (head is not null && request.Headers.IfNoneMatch == "*")
        {
            return false;
        }

        var header = request.Headers.IfMatch;
        if (header.Count == 0)
        {
            return true;
        }

        return head is not null && EntityTagHeaderValue.TryParseList(header, out var tags)
            && tags.Any(tag => tag.Tag == "*" || (!tag.IsWeak && tag.Tag == Of(head)));
    }

    /// <summary>Whether the client holds this state already, by <c>If-None-Match</c>.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(known => known.Tag == "*" || known.Tag == tag);
}
