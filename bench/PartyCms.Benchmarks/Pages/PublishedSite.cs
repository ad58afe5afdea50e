using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PartyCms.Benchmarks.Pages;

/// <summary>The site as it is deployed: the published Release build.</summary>
internal static class PublishedSite
{
    /// <summary>Publishes the site of this repository into a folder.</summary>
    /// <returns>The program to start.</returns>
    public static async Task<string> PublishAsync(string target)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "PartyCms.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run the benchmark inside the repository.");
        }

        Console.WriteLine("Publishing the site …");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(root, "src/Cms/PartyCms.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", "false", "-o", target, "-v", "q", "--nologo",
            ]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? Path.Combine(target, "PartyCms.Web.dll")
            : throw new InvalidOperationException("The site could not be published.");
    }

    /// <summary>Arguments that make the site listen on a port of the loopback.</summary>
    public static string[] Listen(int port) => ["--urls", $"http://127.0.0.1:{port}"];

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
