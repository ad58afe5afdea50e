using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PartyCms.Media.Resizing;

/// <summary>
/// Runs <c>vipsthumbnail</c> (Debian: libvips-tools) on files that came from people: with an empty environment, without
/// its unsafe readers, and, where <c>prlimit</c> is there (util-linux), with limits on memory, time and what it may write.
/// </summary>
internal sealed partial class ThumbnailTool(ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly string[] Limits =
    [
        "--as=1500000000", // bytes of address space; a picture of 100 million pixels needs less than half
        "--cpu=12", // seconds of work
        "--fsize=33554432", // bytes of one written file
        "--core=0",
        "--nofile=64",
    ];

    private readonly string? _tool = Find("vipsthumbnail");

    private readonly string? _limiter = Find("prlimit");

    public bool IsInstalled => _tool is not null;

    /// <summary>Writes a smaller picture; false where the tool could not, which is logged.</summary>
    /// <param name="original">Location of the picture.</param>
    /// <param name="size">As the tool wants it, such as <c>480x></c>.</param>
    /// <param name="output">Location and options of what is made.</param>
    /// <param name="workingFolder">Where it runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="isOurs">Whether the site itself made the original, so that its reader need not be one of the hardened.</param>
    public async Task<bool> RunAsync(
        string original, string size, string output, string workingFolder, CancellationToken cancellationToken, bool isOurs = false)
    {
        var start = new ProcessStartInfo(_limiter ?? _tool!) { RedirectStandardError = true, WorkingDirectory = workingFolder };
        if (_limiter is not null)
        {
            Array.ForEach(Limits, start.ArgumentList.Add);
            start.ArgumentList.Add(_tool!);
        }

        start.ArgumentList.Add(original);
        start.ArgumentList.Add("--size");
        start.ArgumentList.Add(size);
        start.ArgumentList.Add("--output");
        start.ArgumentList.Add(output);
        start.Environment.Clear();
        start.Environment["VIPS_CONCURRENCY"] = "1";
        if (!isOurs)
        {
            start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        }

        try
        {
            using var process = Process.Start(start)!;
            return await WaitAsync(process, original, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            LogFailed(logger, original, exception.Message);
            return false;
        }
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    private async Task<bool> WaitAsync(Process process, string original, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var complaint = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode == 0)
            {
                return true;
            }

            var said = await complaint;
            LogFailed(logger, original, string.Create(CultureInfo.InvariantCulture, $"exit code {process.ExitCode}: {said}"));
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            LogFailed(logger, original, "It took too long.");
            return false;
        }
    }

    [LoggerMessage(601, LogLevel.Warning, "No smaller variant of {File}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string file, string reason);
}
