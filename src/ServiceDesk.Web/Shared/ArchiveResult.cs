using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Protection.Rights;

namespace ServiceDesk.Web.Shared;

/// <summary>
/// Everything about a person as a download. Put together aside first, in a file that is gone when it is closed: an archive that could not
/// be finished is a fault page, not half an answer to a person.
/// </summary>
public sealed class ArchiveResult(PersonExport export) : IActionResult
{
    private const int Buffer = 64 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var aborted = context.HttpContext.RequestAborted;
        await using var aside = new FileStream(
            Path.Combine(Path.GetTempPath(), $"servicedesk-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await export.WriteAsync(aside, aborted);
        aside.Position = 0;
        var response = context.HttpContext.Response;
        response.ContentType = "application/zip";
        response.ContentLength = aside.Length;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(export.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await aside.CopyToAsync(response.Body, aborted);
    }
}
