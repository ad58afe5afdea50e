namespace PartyCms.WeChat.Articles;

/// <summary>What of our article WeChat's readers do not get.</summary>
internal enum LossKind
{
    /// <summary>A picture of another site, which WeChat would drop without a word.</summary>
    ForeignPicture,

    /// <summary>Sound or film; readers are sent to the original.</summary>
    Media,

    /// <summary>A file to download; readers are sent to the original.</summary>
    Attachment,

    /// <summary>Something that runs or asks: scripts, frames, forms.</summary>
    Element,
}

/// <summary>One thing that was left out.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name or address, for people.</param>
internal sealed record ArticleLoss(LossKind Kind, string Name);
