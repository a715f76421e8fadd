using System.Text;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>Tells how a file is written: UTF-8, with or without a mark at its beginning, or else windows-1257, the Baltic code page of older programs.</summary>
public static class RegisterEncoding
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the stream to its end and puts it back to its beginning. What is no UTF-8 anywhere is windows-1257.</summary>
    public static async Task<Encoding> DetectAsync(Stream content, CancellationToken cancellationToken)
    {
        var decoder = Strict.GetDecoder();
        var bytes = new byte[64 * 1024];
        var chars = new char[Strict.GetMaxCharCount(bytes.Length)];
        content.Position = 0;
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(bytes, cancellationToken);
                decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            }
            while (read > 0);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1257)!;
        }
        finally
        {
            content.Position = 0;
        }
    }
}
