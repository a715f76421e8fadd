using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ServiceDesk.Application.Shared.Sheets;

namespace ServiceDesk.Web.Shared;

/// <summary>A kind of file a table can be had as.</summary>
/// <param name="Extension">Ending of the name, also the word in the address.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Open">Begins such a file on a stream, under a title.</param>
public sealed record SheetFormat(string Extension, string ContentType, Func<Stream, string, ISheetWriter> Open)
{
    private static readonly SheetFormat[] All =
    [
        new("csv", "text/csv; charset=utf-8", (file, _) => new CsvSheet(file)),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (file, title) => new XlsxSheet(file, title)),
    ];

    /// <summary>The format of a word; null for an unknown one.</summary>
    public static SheetFormat? Find(string? word) => All.FirstOrDefault(f => f.Extension == word);
}

/// <summary>A table as a download, sent while it is written.</summary>
public sealed class SheetResult(SheetFormat format, string fileName, string title, Func<ISheetWriter, CancellationToken, Task> fill) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = format.ContentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{fileName}.{format.Extension}");
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        await using var sheet = format.Open(response.Body, title);
        await fill(sheet, context.HttpContext.RequestAborted);
    }
}
