namespace PartyCms.IntegrationTests.Crash;

/// <summary>A data folder and a database that outlive the site that works on them.</summary>
internal sealed class CrashPlace : IAsyncDisposable
{
    private readonly string _name = $"k{Guid.CreateVersion7():N}";

    private CrashPlace()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("partycms-crash-").FullName;

    public CrashDatabase Database => new(Folder, ConnectionString);

    private string? ConnectionString => CmsFactory.PostgreSql is { } server ? $"{server};Database={_name};Maximum Pool Size=20" : null;

    /// <summary>With the demo in it.</summary>
    public static async Task<CrashPlace> FromDemoAsync()
    {
        var place = new CrashPlace();
        await DemoTemplate.CopyToAsync(place.Folder, place._name, CmsFactory.PostgreSql);
        return place;
    }

    /// <summary>As on the first day.</summary>
    public static async Task<CrashPlace> EmptyAsync()
    {
        var place = new CrashPlace();
        if (CmsFactory.PostgreSql is { } server)
        {
            await DemoTemplate.ExecuteAsync(server, $"CREATE DATABASE \"{place._name}\"");
        }

        return place;
    }

    public SiteProcess Start() => SiteProcess.Start(Folder, ConnectionString);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await DemoTemplate.DropAsync(Folder, _name, CmsFactory.PostgreSql);
}
