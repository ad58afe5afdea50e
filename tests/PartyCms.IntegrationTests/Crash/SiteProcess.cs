using System.Diagnostics;

namespace PartyCms.IntegrationTests.Crash;

/// <summary>The built site as a process of its own, which can be killed as a power cut would.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private const string Ready = "Microsite: ";

    private readonly Process _process;
    private readonly List<string> _said = [];
    private readonly TaskCompletionSource<Uri> _origin = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _origin.TrySetException(new InvalidOperationException("The site ended: " + Said));
    }

    /// <summary>Everything it has written to the console.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>Starts the site; it may not answer yet.</summary>
    public static SiteProcess Start(string folder, string? connectionString)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(build.Parent!.Parent!.FullName, "PartyCms.Web", build.Name, "PartyCms.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Cms__DataPath"] = folder,
                ["Cms__Setup__AdminPassword"] = CmsFactory.DemoPassword,
                ["Cms__Setup__DemoPassword"] = CmsFactory.DemoPassword,
            },
        };
        if (connectionString is not null)
        {
            start.Environment["Cms__Database"] = "PostgreSql";
            start.Environment["ConnectionStrings__Cms"] = connectionString;
        }

        var site = new SiteProcess(start);
        site._process.Start();
        site._process.BeginOutputReadLine();
        site._process.BeginErrorReadLine();
        return site;
    }

    /// <summary>Waits until it answers, and gives its address.</summary>
    public Task<Uri> WhenReadyAsync(CancellationToken cancellationToken) => _origin.Task.WaitAsync(cancellationToken);

    /// <summary>Ends it at once (SIGKILL): nothing in it runs any more, not even what would tidy up.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.Add(line);
        }

        if (line.StartsWith(Ready, StringComparison.Ordinal))
        {
            _origin.TrySetResult(new Uri(line[Ready.Length..line.IndexOf(' ', Ready.Length)]));
        }
    }
}
