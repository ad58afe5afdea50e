using System.Globalization;
using System.Text;
using QRCoder;

namespace PartyCms.Kernel.Web;

/// <summary>Draws a QR code as the path of an SVG, so that it is sharp at any size and needs no file.</summary>
/// <param name="Size">Modules in a row, with the quiet zone of four on each side.</param>
/// <param name="Path">The dark modules; one unit each.</param>
public sealed record QrDrawing(int Size, string Path)
{
    // Codes are printed, folded and scanned in bad light.
    private const QRCodeGenerator.ECCLevel Redundancy = QRCodeGenerator.ECCLevel.Q;

    /// <summary>Draws a text, such as an address.</summary>
    public static QrDrawing Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, Redundancy);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var length = 0;
                while (x + length < row.Count && row[x + length])
                {
                    length++;
                }

                if (length > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
                    x += length;
                }
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}
