using System.Buffers.Binary;
using System.Text;

namespace ServiceDesk.Infrastructure.Printing.Archive;

/// <summary>
/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 2.1, written here from the published numbers: three colorants
/// adapted to D50, the white point, and the transfer curve in 1,024 steps that all three channels share.
/// </summary>
internal static class SrgbProfile
{
    private const int Steps = 1024;

    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        var curve = Curve();
        (string Name, byte[] Value)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", [.. "text\0\0\0\0No copyright, use freely\0"u8]),
            ("wtpt", Xyz(0xF6D6, 0x10000, 0xD32D)),
            ("rXYZ", Xyz(0x6FA2, 0x38F5, 0x0390)),
            ("gXYZ", Xyz(0x6299, 0xB785, 0x18DA)),
            ("bXYZ", Xyz(0x24A0, 0x0F84, 0xB6CF)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        var profile = new MemoryStream(new byte[128], 0, 128, true, true);
        var body = new MemoryStream();
        var head = 128 + 4 + (tags.Length * 12);
        var table = new byte[4 + (tags.Length * 12)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        Dictionary<byte[], int> places = [];
        for (var i = 0; i < tags.Length; i++)
        {
            if (!places.TryGetValue(tags[i].Value, out var place))
            {
                place = places[tags[i].Value] = head + (int)body.Length;
                body.Write(tags[i].Value);
                while (body.Length % 4 != 0)
                    body.WriteByte(0);
            }

            var entry = table.AsSpan(4 + (i * 12));
            Encoding.ASCII.GetBytes(tags[i].Name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], place);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Value.Length);
        }

        var header = profile.GetBuffer();
        BinaryPrimitives.WriteInt32BigEndian(header, head + (int)body.Length);
        header[8] = 2;
        header[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        // The day this profile was first written; a fixed one, so that equal documents stay equal.
        ReadOnlySpan<short> made = [2026, 11, 20, 0, 0, 0];
        for (var i = 0; i < made.Length; i++)
            BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24 + (i * 2)), made[i]);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(0xF6D6, 0x10000, 0xD32D).AsSpan(8).CopyTo(header.AsSpan(68));
        return [.. header, .. table, .. body.ToArray()];
    }

    private static byte[] Xyz(int x, int y, int z)
    {
        var bytes = new byte[20];
        "XYZ "u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), x);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), y);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), z);
        return bytes;
    }

    private static byte[] Curve()
    {
        var bytes = new byte[12 + (Steps * 2)];
        "curv"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), Steps);
        for (var i = 0; i < Steps; i++)
        {
            var value = i / (Steps - 1d);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(12 + (i * 2)), (ushort)Math.Round(linear * ushort.MaxValue));
        }

        return bytes;
    }

    // textDescriptionType: ASCII, then empty Unicode and Macintosh parts.
    private static byte[] Description(string text)
    {
        var bytes = new byte[12 + text.Length + 1 + 8 + 3 + 67];
        "desc"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(12));
        return bytes;
    }
}
