namespace PartyCms.Media.Files;

/// <summary>What became of an upload.</summary>
internal abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>Kept.</summary>
    /// <param name="File">The file; the one that was there already, where the same content came before.</param>
    /// <param name="IsNew">Whether it was not there yet.</param>
    public sealed record Stored(MediaFile File, bool IsNew) : UploadOutcome;

    /// <summary>Not taken; the text tells the person what to do.</summary>
    public sealed record Refused(string Code, string Remedy) : UploadOutcome
    {
        public int Status => Code == TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status415UnsupportedMediaType;
    }

    public const string TooLarge = "too-large";
}
