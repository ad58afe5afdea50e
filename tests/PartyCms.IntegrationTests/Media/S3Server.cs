using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Media;

/// <summary>A local S3 service (npm package s3rver) with one empty bucket, on a port of the loopback that was free.</summary>
public sealed partial class S3Server : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("partycms-s3-").FullName;
    private Process? _process;

    public const string Bucket = "media";

    /// <summary>Access key and secret key of the service.</summary>
    public const string Key = "S3RVER";

    public string Endpoint { get; private set; } = "";

    /// <summary>Settings of a site that keeps its files here.</summary>
    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Cms:Media:Storage", "S3"), ("Cms:Media:S3:Endpoint", Endpoint), ("Cms:Media:S3:Bucket", Bucket),
        ("Cms:Media:S3:AccessKey", Key), ("Cms:Media:S3:SecretKey", Key),
    ];

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(RepositoryFolder.Root, "node_modules/s3rver/bin/s3rver.js");
        Assert.True(File.Exists(program), $"{program} is missing; npm ci in the root of the repository installs it.");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[program, "-d", _folder, "-a", "127.0.0.1", "-p", "0", "--configure-bucket", Bucket])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                Endpoint = "http://" + match.Groups[1].Value;
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        Assert.Fail($"s3rver ended with code {_process.ExitCode} before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("listening on ([0-9.]+:[0-9]+)")]
    private static partial Regex Listening();
}
