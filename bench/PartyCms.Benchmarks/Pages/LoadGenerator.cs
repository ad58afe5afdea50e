using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PartyCms.Benchmarks.Pages;

/// <summary>
/// Asks for one page again and again over a few kept connections, on the loopback only. Raw sockets, so that the client
/// costs little and the same for both servers.
/// </summary>
internal static class LoadGenerator
{
    private const int Connections = 32;

    /// <summary>Requests a second over the given time. Every answer must be 200 and have the length of the first.</summary>
    public static async Task<double> MeasureAsync(int port, string path, string encoding, TimeSpan time)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {encoding}\r\n\r\n");
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(port, request, stop.Token))).ToList();
        await Task.Delay(time);
        await stop.CancelAsync();
        var counts = await Task.WhenAll(workers);
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> AskAsync(int port, byte[] request, CancellationToken stop)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, CancellationToken.None);
        var buffer = new byte[256 * 1024];
        long answered = 0;
        while (!stop.IsCancellationRequested)
        {
            await socket.SendAsync(request, SocketFlags.None, CancellationToken.None);
            var have = 0;
            var whole = int.MaxValue;
            while (have < whole)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(have), SocketFlags.None, CancellationToken.None);
                if (got == 0)
                {
                    throw new IOException("The server closed the connection.");
                }

                have += got;
                if (whole == int.MaxValue)
                {
                    whole = WholeLength(buffer.AsSpan(0, have));
                }
            }

            answered++;
        }

        return answered;
    }

    private static int WholeLength(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return int.MaxValue;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException(Encoding.ASCII.GetString(answer[..end]));
        }

        var header = answer[..end];
        var at = header.IndexOf("Content-Length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(header[(at + 16)..], out int length, out _))
        {
            throw new IOException("The answer has no Content-Length.");
        }

        return end + 4 + length;
    }
}
