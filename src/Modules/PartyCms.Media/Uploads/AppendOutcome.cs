using PartyCms.Media.Files;

namespace PartyCms.Media.Uploads;

/// <summary>What became of a piece.</summary>
internal abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>So many bytes are safe now; all of them, once the file is known.</summary>
    public sealed record Kept(MediaUpload Upload) : AppendOutcome;

    /// <summary>There is no such upload, or its bytes are gone with the machine that had them: begin anew.</summary>
    public sealed record Missing : AppendOutcome;

    /// <summary>The piece does not begin where the last one ended.</summary>
    public sealed record WrongOffset(long Received) : AppendOutcome;

    /// <summary>Another piece of the same upload is being written.</summary>
    public sealed record Busy : AppendOutcome;

    /// <summary>The piece reaches beyond the announced length; nothing of it was kept.</summary>
    public sealed record TooLong : AppendOutcome;

    /// <summary>The file is not taken; the upload is over.</summary>
    public sealed record Refused(UploadOutcome.Refused Why) : AppendOutcome;

    /// <summary>The folder it was for is gone; the upload is over.</summary>
    public sealed record NoPlace : AppendOutcome;
}
