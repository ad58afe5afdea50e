using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PartyCms.WeChat.Simulator.QrCodes;

/// <summary>The picture behind a ticket (showqrcode), which anybody may fetch.</summary>
internal sealed class QrPicture(SimulatedWeChat world)
{
    private const int PixelsPerModule = 12;

    // Readers need four light modules around the code.
    private const int Margin = 4;

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/cgi-bin/showqrcode", (string ticket) =>
        world.SceneCodes.Find(ticket) is { } code && code.Ticket == ticket
            ? Results.Bytes(Draw(code.Url), "image/png")
            : Results.NotFound());

    public static byte[] Draw(string text)
    {
        var matrix = QrMatrix.Of(text);
        const int Side = (QrMatrix.Size + (2 * Margin)) * PixelsPerModule;
        return PngPicture.Write(Side, Side, (x, y) =>
        {
            var (column, row) = ((x / PixelsPerModule) - Margin, (y / PixelsPerModule) - Margin);
            return column is >= 0 and < QrMatrix.Size && row is >= 0 and < QrMatrix.Size && matrix.IsDark(column, row)
                ? byte.MinValue
                : byte.MaxValue;
        });
    }
}
