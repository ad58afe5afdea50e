using System.Text;
using System.Text.RegularExpressions;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>
/// Reads <c>multipart/form-data</c> as narrowly as WeChat does: what several clients were refused for in the field
/// (a quoted boundary, names without quotes, <c>filename*</c>, chunks) is refused here as well.
/// </summary>
internal static partial class StrictMultipart
{
    public static IReadOnlyList<FormPart> Read(string? contentType, long? contentLength, byte[] body)
    {
        if (contentLength is null)
        {
            throw MissingMedia("no content length");
        }

        var boundary = Boundary().Match(contentType ?? "");
        if (!boundary.Success)
        {
            throw MissingMedia("boundary");
        }

        var parts = Split(body, Encoding.ASCII.GetBytes("--" + boundary.Groups[1].Value)).Select(ReadPart).ToList();
        return parts.Count > 0 ? parts : throw MissingMedia("no part");
    }

    private static IEnumerable<ArraySegment<byte>> Split(byte[] body, byte[] delimiter)
    {
        var start = body.AsSpan().StartsWith(delimiter) ? delimiter.Length : throw MissingMedia("no delimiter");
        while (!body.AsSpan(start).StartsWith("--"u8))
        {
            if (!body.AsSpan(start).StartsWith("\r\n"u8))
            {
                throw MissingMedia("no line end after the delimiter");
            }

            start += 2;
            var length = body.AsSpan(start).IndexOf((byte[])[.. "\r\n"u8, .. delimiter]);
            if (length < 0)
            {
                throw MissingMedia("no end");
            }

            yield return new ArraySegment<byte>(body, start, length);
            start += length + 2 + delimiter.Length;
        }
    }

    private static FormPart ReadPart(ArraySegment<byte> part)
    {
        var end = part.AsSpan().IndexOf("\r\n\r\n"u8);
        var headers = end < 0 ? throw MissingMedia("no headers") : Encoding.UTF8.GetString(part.AsSpan(0, end));
        var disposition = headers.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase)) ?? "";
        var match = Disposition().Match(disposition);
        return match.Success
            ? new FormPart(
                match.Groups["name"].Value,
                match.Groups["file"].Success ? match.Groups["file"].Value : null,
                part.AsSpan(end + 4).ToArray())
            : throw MissingMedia("content disposition");
    }

    private static Refusal MissingMedia(string reason) => new(41005, $"media data missing hint: [{reason}]");

    [GeneratedRegex("""^multipart/form-data; ?boundary=([^\s";,]{1,70})$""", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("""^Content-Disposition: ?form-data; ?name="(?<name>[^"]+)"(?:; ?filename="(?<file>[^"]*)")?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Disposition();
}
