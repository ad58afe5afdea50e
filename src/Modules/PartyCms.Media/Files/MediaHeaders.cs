namespace PartyCms.Media.Files;

/// <summary>Headers of served files: they came from people, so a browser must run nothing in them.</summary>
internal static class MediaHeaders
{
    /// <summary>A name is made from the content; what stands under it never changes.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>No script, no form, no origin; pictures and sound still show when the address itself is opened.</summary>
    public const string SandboxPolicy =
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

    /// <summary>Browsers refuse to show a sandboxed PDF; theirs is a viewer of its own, without access to the site.</summary>
    public const string PdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
}
