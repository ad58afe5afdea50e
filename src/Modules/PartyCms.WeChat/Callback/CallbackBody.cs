using System.Text;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Reads the body of a push as it came. WeChat sends a few kilobytes of UTF-8; the bound only keeps strangers from
/// filling the memory.
/// </summary>
internal static class CallbackBody
{
    /// <summary>In bytes.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Null when the body is longer than <see cref="MaxLength"/>, whatever length was declared.</summary>
    public static async Task<string?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > MaxLength)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }
}
