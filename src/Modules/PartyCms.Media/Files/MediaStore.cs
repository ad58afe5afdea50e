using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;

namespace PartyCms.Media.Files;

/// <summary>Files in folder <c>media</c> below <c>Cms:DataPath</c>.</summary>
internal sealed class MediaStore(IOptions<CmsOptions> options, IHostEnvironment environment)
{
    private readonly string _root =
        Path.Combine(Path.GetFullPath(options.Value.DataPath, environment.ContentRootPath), "media");

    /// <summary>Where a file stands on disk, whether or not it is there.</summary>
    public string LocationOf(MediaPath path) => Path.Combine(_root, path.Value.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Where a smaller variant of a picture stands on disk, whether or not it is there.</summary>
    public string LocationOf(MediaPath path, int width) =>
        Path.Combine(_root, "variants", $"{path.Hash}-{width}.{path.Type.Extension}");

    /// <summary>Keeps a file. It appears under its name only when it is complete.</summary>
    public async Task WriteAsync(MediaPath path, byte[] content, CancellationToken cancellationToken)
    {
        var location = LocationOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(location)!);
        var unfinished = location + "." + Path.GetRandomFileName();
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, location, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Removes a file and its variants; one that is already gone is fine.</summary>
    public void Delete(MediaPath path)
    {
        var location = LocationOf(path);
        if (File.Exists(location))
        {
            File.Delete(location);
        }

        var variants = Path.Combine(_root, "variants");
        if (Directory.Exists(variants))
        {
            foreach (var variant in Directory.EnumerateFiles(variants, path.Hash + "-*"))
            {
                File.Delete(variant);
            }
        }
    }
}
