using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Web.Setup;

namespace PartyCms.Web;

/// <summary>Where the site keeps what it must not lose.</summary>
internal static class DataFolder
{
    public static string PathOf(CmsOptions options, IHostEnvironment environment) =>
        Path.GetFullPath(options.DataPath, environment.ContentRootPath);

    public static string DefaultConnection(CmsOptions options, IHostEnvironment environment)
    {
        var folder = PathOf(options, environment);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SetupException($"Cms:DataPath '{folder}' cannot be made ({exception.Message}); give a folder that this user may write to.");
        }

        return "Data Source=" + Path.Combine(folder, "partycms.db");
    }
}

/// <summary>Keeps the keys of cookies and tokens beside the data, so that a restart signs nobody out.</summary>
internal sealed class KeyFolder(IOptions<CmsOptions> options, IHostEnvironment environment, ILoggerFactory loggers)
    : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions keys) => keys.XmlRepository = new FileSystemXmlRepository(
        Directory.CreateDirectory(Path.Combine(DataFolder.PathOf(options.Value, environment), "keys")), loggers);
}
