using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Archive;

namespace ServiceDesk.Web.Pages.Desk.Archive;

/// <summary>A list or act as a download; its SHA-256 goes along in the head of the answer, so that who stores it can check it.</summary>
public sealed class ArchiveExportResult(ArchiveExport export) : FileContentResult(export.Content, export.ContentType)
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        FileDownloadName = export.FileName;
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Digest"] = $"sha-256={Convert.ToBase64String(Convert.FromHexString(export.Sha256))}";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        return base.ExecuteResultAsync(context);
    }
}
