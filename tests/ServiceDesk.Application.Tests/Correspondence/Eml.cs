using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Application.Tests.Correspondence;

/// <summary>Reads an <c>.eml</c> file as a mail program would: folded headers, encoded words, parts, transfer encodings.</summary>
internal sealed partial class Eml
{
    private Eml(Dictionary<string, string> headers, byte[] content, IReadOnlyList<Eml> parts) => (Headers, Content, Parts) = (headers, content, parts);

    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Content { get; }

    public IReadOnlyList<Eml> Parts { get; }

    public string Text => Encoding.UTF8.GetString(Content).ReplaceLineEndings("\n");

    public static Eml Read(string file) => Parse(File.ReadAllText(file, Encoding.Latin1));

    private static Eml Parse(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Fold().Replace(raw[..end], " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = Words(line[(colon + 1)..].Trim());
        }

        var body = raw[(end + 4)..];
        if (Boundary().Match(headers.GetValueOrDefault("Content-Type", "")) is { Success: true } boundary)
        {
            var parts = body.Split("--" + boundary.Groups[1].Value).Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal)).Select(p => Parse(p[2..]));
            return new(headers, [], [.. parts]);
        }

        var content = headers.GetValueOrDefault("Content-Transfer-Encoding", "7bit").ToUpperInvariant() switch
        {
            "BASE64" => Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)),
            "QUOTED-PRINTABLE" => Quoted(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return new(headers, content, []);
    }

    private static string Words(string value) => Gap().Replace(value, "$1$2") is var joined
        ? Word().Replace(joined, m => Encoding.UTF8.GetString(m.Groups[1].Value is "B" or "b"
            ? Convert.FromBase64String(m.Groups[2].Value)
            : Quoted(m.Groups[2].Value.Replace('_', ' '))))
        : value;

    private static byte[] Quoted(string text)
    {
        List<byte> bytes = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(=\?[^?]+\?.\?[^?]*\?=)\s+(?==\?)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"=\?utf-8\?(.)\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
