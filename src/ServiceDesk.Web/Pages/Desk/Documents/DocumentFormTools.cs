using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Wording;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>What every form page of a document works with.</summary>
public sealed class DocumentFormTools(ShowDocumentHandler show, WriteDocumentHandler write, TendDocumentHandler tend, DocumentProposals proposals, OfferBlocksHandler blocks, FillBlockHandler fill, ICurrentUser user, LocalTime local, TimeProvider time, Texts t)
{
    public ShowDocumentHandler Show => show;

    public WriteDocumentHandler Write => write;

    public TendDocumentHandler Tend => tend;

    public DocumentProposals Proposals => proposals;

    public OfferBlocksHandler Blocks => blocks;

    public FillBlockHandler FillBlock => fill;

    public ICurrentUser User => user;

    public Texts T => t;

    public DateOnly Today => local.DateOf(time.GetUtcNow());

    /// <summary>People who may sign, under their units.</summary>
    public async Task<IReadOnlyList<SelectListItem>> SignatoriesAsync(CancellationToken cancellationToken) => (await proposals.SignatoriesAsync(cancellationToken)).ByUnit();

    /// <summary>Units in whose name the person may write.</summary>
    public async Task<IReadOnlyList<SelectListItem>> UnitsAsync(Guid? caseId, CancellationToken cancellationToken) =>
        [.. (await proposals.UnitsAsync(caseId, cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
}
