using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteAct;

/// <summary>An act: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<ActBody>(forms)
{
    [BindProperty]
    public ActInput Act { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Act;

    protected override void Fill(ActBody data) => Act = ActInput.Of(data);

    protected override ActBody ToBody() => Act.ToBody();

    protected override ActBody Propose(DocumentProposal proposal) => new() { Type = ActType.Inspection, FirstRole = Texts.In(proposal.Head.Language)["Documents.Act.Chair"], FromOn = Today };
}
