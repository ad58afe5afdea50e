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
    public async Task RunAsync(MediaFile file, string? name, string? alt, CancellationToken cancellationToken)
    {
        file.OriginalName = MediaName.Clean(name) is { Length: > 0 } clean ? clean : file.OriginalName;
        file.Alt = alt is null ? file.Alt : MediaName.Shorten(WellFormed.Text(alt).Trim(), MediaFileConfiguration.AltLength);
        if (db.ChangeTracker.HasChanges())
        {
            audit.Add("media.described", file.Id.ToString("N"), file.OriginalName);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
