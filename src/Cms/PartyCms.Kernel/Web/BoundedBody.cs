using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PartyCms.Kernel.Web;

/// <summary>Reads a request's body whole, and no more of it than is allowed.</summary>
public static class BoundedBody
{
    /// <summary>The bytes, or null where there are more than <paramref name="most" />.</summary>
    /// <param name="request">The request, its body not yet read.</param>
    /// <param name="most">Bytes that are taken at the most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, long most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > most)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
