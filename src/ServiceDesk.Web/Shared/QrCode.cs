using QRCoder;

namespace ServiceDesk.Web.Shared;

/// <summary>A QR code as one SVG path of all dark squares, four modules of quiet around; drawn without style attributes.</summary>
public sealed record QrCode(string Path, int Size)
{
    public static QrCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var squares = from y in Enumerable.Range(0, rows.Count)
                      from x in Enumerable.Range(0, rows.Count)
                      where rows[y][x]
                      select $"M{x} {y}h1v1h-1z";
        return new QrCode(string.Concat(squares), rows.Count);
    }
}
