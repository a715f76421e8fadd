using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Documents;

/// <summary>Razor components to one self-contained page, with or without a request.</summary>
internal sealed class DocumentRenderer(
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    LocalTime localTime,
    CoatOfArms coatOfArms,
    IOptions<MunicipalityOptions> municipality,
    IOptions<ServiceDeskOptions> site) : IDocumentHtml
{
    public async Task<string> RenderAsync(object content, DocumentSheet sheet, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var paper = new DocumentPaper(sheet, Texts.In(sheet.Language), Dates.In(sheet.Language, localTime), municipality.Value, coatOfArms.Read());
        var foot = DocumentFoot.Of(paper, site.Value.PublicAddress);
        var body = await BodyAsync(paper, foot, content);
        var title = WebUtility.HtmlEncode(sheet.Title);
        return $"""
            <!doctype html>
            <html lang="{sheet.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <style>{DocumentFonts.FacesFor(WebUtility.HtmlDecode(body) + foot.Text)}{foot.Rules}{DocumentStyles.Common}</style></head>
            <body>{body}</body></html>
            """;
    }

    private async Task<string> BodyAsync(DocumentPaper paper, DocumentFoot foot, object content)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(DocumentRoot.Paper)] = paper,
            [nameof(DocumentRoot.Foot)] = foot,
            [nameof(DocumentRoot.Form)] = DocumentForms.For(content.GetType()),
            [nameof(DocumentRoot.Content)] = content,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<DocumentRoot>(parameters)).ToHtmlString());
    }
}
