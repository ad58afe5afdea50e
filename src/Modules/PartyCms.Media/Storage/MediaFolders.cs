using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;

namespace PartyCms.Media.Storage;

/// <summary>The folders of this machine that the module works in, below <c>Cms:DataPath</c>.</summary>
internal sealed class MediaFolders(IOptions<CmsOptions> options, IHostEnvironment environment)
{
    private readonly string _data = Path.GetFullPath(options.Value.DataPath, environment.ContentRootPath);

    /// <summary>Finished files, where they are kept on disk.</summary>
    public string Media => Path.Combine(_data, "media");

    /// <summary>Files on their way in; nothing in it is served.</summary>
    public string Incoming => Directory.CreateDirectory(Path.Combine(_data, "media-incoming")).FullName;

    /// <summary>Copies of what is kept elsewhere.</summary>
    public string Cache => Directory.CreateDirectory(Path.Combine(_data, "media-cache")).FullName;

    /// <summary>A name in <see cref="Incoming" /> that nobody else has.</summary>
    public string NewIncoming() => Path.Combine(Incoming, Path.GetRandomFileName() + ".tmp");
}
