using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents;

/// <summary>Gives documents their numbers and their paper.</summary>
public sealed class DocumentPress(DocumentDesk desk, DocumentKinds kinds, DocumentFaces faces, DocumentPrinter printer, IFileStore files, RegisterNumbers numbers)
{
    private static readonly FileType Pdf = new(PdfFile.MediaType, ".pdf");

    /// <summary>
    /// Gives a draft its number, prints it and keeps the paper, all or nothing: a browser that dies on the way leaves a draft and gives the
    /// number back. Call inside <see cref="DocumentDesk.InOneStepAsync{T}"/>.
    /// </summary>
    public async Task EnterAsync(Document document, CancellationToken cancellationToken)
    {
        if (kinds.Missing(document) is { Count: > 0 } missing)
            throw new Refusal("Documents.Refusal.Incomplete", Texts.Current[missing[0].Key]);
        var (year, code) = (desk.Today.Year, kinds.Of(document.Kind).Register.Code);
        var (register, sequence) = await numbers.NextAsync(code, year, cancellationToken);
        document.Enter(register, year, sequence, desk.Today, desk.Actor, desk.Now);
        await PrintAsync(document, cancellationToken);
        if (document.ReplacesId is { } earlierId)
            (await desk.LoadAsync(earlierId, null, cancellationToken)).GiveWayTo(document, desk.Actor, desk.Now);
    }

    /// <summary>Prints a document as it reads now and keeps the paper with it.</summary>
    public async Task PrintAsync(Document document, CancellationToken cancellationToken)
    {
        var face = await faces.OfAsync(document, cancellationToken);
        var pdf = await printer.PrintAsync(kinds.Of(document.Kind).Paper(face), face.Sheet, cancellationToken);
        using var content = new MemoryStream(pdf.Content, writable: false);
        var stored = await files.SaveAsync(content, cancellationToken);
        document.Keep(DocumentFileRole.Printed, new AttachedFile(FileName(document), PdfFile.MediaType, stored.Size, stored.Hash), desk.Actor, desk.Now);
    }

    /// <summary>Kind and number with dashes, and the number of the edition from the second on.</summary>
    private static string FileName(Document document) => FileNames.Clean(
        $"{Texts.In("lv").Of(document.Kind)}-{document.Number?.Replace('/', '-')}{(document.Editions.Count > 1 ? $"-{document.Editions.Count}" : "")}.pdf", Pdf);
}
