using PartyCms.Media.Contracts;

namespace PartyCms.WeChat.Articles;

/// <summary>What has already become of an article at WeChat.</summary>
internal enum EarlierDelivery
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It stands in another issue that is on its way or in the draft box.</summary>
    UnderWay,

    /// <summary>It was published or mass-sent.</summary>
    Out,
}

/// <summary>Everything the preflight judges by.</summary>
internal sealed record PreflightFacts
{
    public required string Title { get; init; }

    public string Author { get; init; } = "";

    public string Digest { get; init; } = "";

    public required WeChatHtml Body { get; init; }

    /// <summary>
    /// The picture at its head: the chosen one, else the first of the body, else a drawn one. Null where another site
    /// serves it.
    /// </summary>
    public required PictureExportState? Cover { get; init; }

    /// <summary>Whether somebody chose the cover.</summary>
    public bool HasOwnCover { get; init; } = true;

    /// <summary>The body's pictures by number.</summary>
    public IReadOnlyDictionary<int, PictureExportState> Pictures { get; init; } = new Dictionary<int, PictureExportState>();

    /// <summary>Absolute address behind 阅读原文.</summary>
    public required Uri Page { get; init; }

    /// <summary>Whether everybody can read it on our site.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>Whether it names persons for a limited time (公示).</summary>
    public bool IsPersonalNotice { get; init; }

    /// <summary>What a scan for personal data found, in Chinese, with whether it must not go.</summary>
    public IReadOnlyList<(string Message, bool IsBlocking)> PersonalData { get; init; } = [];

    public EarlierDelivery Earlier { get; init; }
}
