using System.Globalization;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// Marks the articles of a draft in the address behind 阅读原文, so that a draft whose id was lost on the way is found
/// again among the drafts and publications of the account, and none is made twice.
/// </summary>
internal static class DraftMarker
{
    private const string Name = "wx";

    /// <summary>The address with the mark; our site passes over it.</summary>
    /// <param name="page">Absolute address of the article.</param>
    /// <param name="issueId">The issue.</param>
    /// <param name="generation">Number of the draft made for the issue, from 1.</param>
    public static string Mark(Uri page, Guid issueId, int generation)
    {
        var builder = new UriBuilder(page) { Fragment = "" };
        var mark = $"{Name}={ValueOf(issueId, generation)}";
        builder.Query = builder.Query.Length > 1 ? $"{builder.Query.TrimStart('?')}&{mark}" : mark;
        return builder.Uri.AbsoluteUri;
    }

    /// <summary>Whether an address that WeChat gives back carries the mark.</summary>
    public static bool IsOn(string? address, Guid issueId, int generation) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Query.TrimStart('?').Split('&').Contains($"{Name}={ValueOf(issueId, generation)}", StringComparer.Ordinal);

    private static string ValueOf(Guid issueId, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{issueId:N}.{generation}");
}
