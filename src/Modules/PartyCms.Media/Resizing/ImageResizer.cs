using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using PartyCms.Media.Files;

namespace PartyCms.Media.Resizing;

/// <summary>
/// Makes smaller pictures for phones by <c>vipsthumbnail</c> (Debian: libvips-tools) where it is installed, once for
/// each picture and width. Without it, and for whatever it cannot read, the original is served.
/// </summary>
internal sealed partial class ImageResizer(MediaStore store, ILogger<ImageResizer> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string? _tool = FindTool();

    // Each run may take a hundred megabytes for a moment; two at a time keep a small server alive.
    private readonly SemaphoreSlim _places = new(2);

    /// <summary>Widths in pixels that may be asked for: a card, an article on a phone, a desktop.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1600];

    /// <summary>Location of the picture at most as wide as asked; null where the original is to be served.</summary>
    public async Task<string?> GetAsync(MediaPath path, int width, CancellationToken cancellationToken)
    {
        if (_tool is null || !path.Type.IsImage || path.Type == MediaType.Gif)
        {
            return null;
        }

        var location = store.LocationOf(path, width);
        if (File.Exists(location))
        {
            return location;
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            return File.Exists(location) || await MakeAsync(_tool, path, width, location, cancellationToken) ? location : null;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private static string? FindTool() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "vipsthumbnail.exe" : "vipsthumbnail"))
        .FirstOrDefault(File.Exists);

    private async Task<bool> MakeAsync(
        string tool, MediaPath path, int width, string location, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(location)!);
        var unfinished = Path.Combine(folder.FullName, Path.GetRandomFileName() + "." + path.Type.Extension);
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(store.LocationOf(path));
        start.ArgumentList.Add("--size");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"{width}x>"));
        start.ArgumentList.Add("--output");
        start.ArgumentList.Add(unfinished + (path.Type == MediaType.Png ? "[strip]" : "[Q=80,strip]"));
        start.Environment["VIPS_CONCURRENCY"] = "1";
        try
        {
            if (!await RunAsync(start, cancellationToken) || !File.Exists(unfinished))
            {
                return false;
            }

            File.Move(unfinished, location, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<bool> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(start)!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                var complaint = process.StandardError.ReadToEndAsync(patience.Token);
                await process.WaitForExitAsync(patience.Token);
                if (process.ExitCode != 0)
                {
                    LogFailed(start.ArgumentList[0], await complaint);
                }

                return process.ExitCode == 0;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                LogFailed(start.ArgumentList[0], "It took too long.");
                return false;
            }
        }
        catch (Win32Exception exception)
        {
            LogFailed(start.ArgumentList[0], exception.Message);
            return false;
        }
    }

    [LoggerMessage(601, LogLevel.Warning, "No smaller variant of {File}: {Reason}")]
    private partial void LogFailed(string file, string reason);
}
