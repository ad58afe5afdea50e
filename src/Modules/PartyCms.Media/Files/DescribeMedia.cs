using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;

namespace PartyCms.Media.Files;

/// <summary>Changes what a file is called and what a picture shows.</summary>
internal sealed class DescribeMedia(CmsDbContext db, AuditLog audit)
{
    /// <param name="file">The file, one of the caller's.</param>
    /// <param name="name">New name; empty leaves the old one.</param>
    /// <param name="alt">What a picture shows; null leaves it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is wrong with the name; null where it is done.</returns>
    public async Task<UploadOutcome.Refused?> RunAsync(MediaFile file, string? name, string? alt, CancellationToken cancellationToken)
    {
        var clean = MediaName.Clean(name);
        if (FileInspection.CheckName(clean, MediaPath.Parse(file.Path)!.Type) is { } fault)
        {
            return fault;
        }

        file.OriginalName = clean.Length > 0 ? clean : file.OriginalName;
        file.Alt = alt is null ? file.Alt : MediaName.Shorten(WellFormed.Text(alt).Trim(), MediaFileConfiguration.AltLength);
        if (db.ChangeTracker.HasChanges())
        {
            audit.Add("media.described", file.Id.ToString("N"), file.OriginalName);
            await db.SaveChangesAsync(cancellationToken);
        }

        return null;
    }
}
