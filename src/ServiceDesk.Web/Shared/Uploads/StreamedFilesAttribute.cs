using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Cases;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Shared.Uploads;

/// <summary>
/// Reads a form with files as it arrives: texts are kept, files stream into the file store one by one, and what is too large,
/// too many or of a refused kind is read past. So the typed text always reaches the page, whatever was attached.
/// <see cref="Attachments"/> tells the page what came.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamedFilesAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A page asks for at most ten files of 20 MB; whoever sends far more than that is not a person with a form.</summary>
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    private const int MostFields = 200;
    private const int MostCharacters = 256 * 1024;

    /// <summary>Before the check of the form's token, which reads the form.</summary>
    public int Order => 500;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || Boundary(http.Request) is not { } boundary)
            return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;

        try
        {
            var received = new ReceivedFiles();
            var fields = await ReadAsync(new MultipartReader(boundary, http.Request.Body), received, http);
            http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
            http.Features.Set(received);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty)); // The error page must not stumble over the same body.
            context.Result = new StatusCodeResult((e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    private static async Task<Dictionary<string, StringValues>> ReadAsync(MultipartReader reader, ReceivedFiles received, HttpContext http)
    {
        var fields = new KeyValueAccumulator();
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (disposition.IsFileDisposition())
                await TakeAsync(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "", section.Body, received, http);
            else
                fields.Append(name, await TextAsync(section.Body, http.RequestAborted));
            if (fields.ValueCount > MostFields)
                throw new InvalidDataException("Too many fields.");
        }

        return fields.GetResults();
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var text = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (text.Append(buffer, 0, read).Length > MostCharacters)
                throw new InvalidDataException("A field is too long.");
        }

        return text.ToString();
    }

    private static async Task TakeAsync(string fileName, Stream body, ReceivedFiles received, HttpContext http)
    {
        if (fileName.Length == 0)
            return; // No file was chosen.
        if (received.Files.Count == AttachedFile.MaxCount)
        {
            received.Refuse(new Refusal("Cases.Refusal.TooManyFiles", AttachedFile.MaxCount));
        }
        else
        {
            try
            {
                var attach = http.RequestServices.GetRequiredService<AttachFileHandler>();
                received.Files.Add(await attach.HandleAsync(new AttachFile(fileName, body), http.RequestAborted));
            }
            catch (Refusal refusal)
            {
                received.Refuse(refusal);
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
            {
                // The disk is full or away: the text is worth more than the file.
                http.RequestServices.GetRequiredService<ILogger<StreamedFilesAttribute>>().LogError(e, "A file could not be stored");
                received.Refuse(new Refusal("Cases.Refusal.FileNotStored", Application.Shared.FileNames.Show(fileName)));
            }
        }

        await body.CopyToAsync(Stream.Null, http.RequestAborted);
    }
}

/// <summary>What came with the request: files in the store, and what was refused and why.</summary>
public sealed class ReceivedFiles
{
    public List<AttachedFile> Files { get; } = [];

    public List<Refusal> Refusals { get; } = [];

    public void Refuse(Refusal refusal)
    {
        // "At most ten files" is said once.
        if (refusal.Key != "Cases.Refusal.TooManyFiles" || Refusals.All(r => r.Key != refusal.Key))
            Refusals.Add(refusal);
    }
}
