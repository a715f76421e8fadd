using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents.Wording;

/// <summary>Shows a block on the paper it is for, with made-up data around it. The caller has checked the permission.</summary>
public sealed class ShowSamplePaperHandler(
    LetterFacts facts, DocumentKinds kinds, CalendarProvider calendars, IDocumentHtml html, IOptions<MunicipalityOptions> house, LocalTime local, TimeProvider time)
{
    /// <summary>The paper as a page. Refuses what could not be saved, with the broken variable and its line.</summary>
    public async Task<string> HandleAsync(PreparedContent content, CancellationToken cancellationToken)
    {
        var block = (DocumentBlock)PreparedText.Make(PreparedTextKind.Block, content, Actor.System, default);
        var text = Placeholders.Fill(block.Body, facts.Sample(block.Language))!;
        var face = await FaceAsync(block.DocumentKind, block.Language, cancellationToken);
        return await html.RenderAsync(kinds.Of(block.DocumentKind).Paper(face with { Content = DocumentSamples.With(block.DocumentKind, block.Place, text, block.Language) }), face.Sheet, cancellationToken);
    }

    /// <summary>Everything around the content, made up.</summary>
    public async Task<DocumentFace> FaceAsync(DocumentKind kind, string language, CancellationToken cancellationToken)
    {
        var t = Texts.In(language);
        var values = facts.Sample(language);
        var today = local.DateOf(time.GetUtcNow());
        var number = $"{kinds.Of(kind).Register.Index}/{today:yy}/118";
        return new DocumentFace
        {
            Kind = kind,
            Language = language,
            Content = DocumentSamples.Of(kind),
            Subject = DocumentSamples.SubjectOf(kind, language) ?? values["document.subject"]!,
            House = house.Value,
            UnitName = values["unit.name"]!,
            Number = number,
            DatedOn = today,
            SignatoryName = values["signatory.name"],
            SignatoryPost = values["signatory.post"],
            IsSignedElectronically = kind is not (DocumentKind.Act or DocumentKind.Minutes),
            PreparedBy = new DocumentPreparer(values["employee.name"]!, values["employee.phone"], values["unit.email"]),
            Calendar = await calendars.GetAsync(cancellationToken),
            Sheet = new DocumentSheet($"{t.Of(kind)} {number}", language, time.GetUtcNow()) { Number = number, FootNote = t["Wording.Sample.Foot"] },
        };
    }
}
