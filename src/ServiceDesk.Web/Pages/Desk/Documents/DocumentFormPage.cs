using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Wording;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Documents;

/// <summary>What the shared parts of a document's form show.</summary>
public interface IDocumentFormPage
{
    HeadInput Head { get; }

    Guid Token { get; }

    int? Version { get; }

    string? Reason { get; }

    DocumentView? Shown { get; }

    bool IsCorrection { get; }

    Guid? CaseId { get; }

    IReadOnlyList<SelectListItem> Units { get; }

    IReadOnlyList<SelectListItem> Signatories { get; }

    IReadOnlyList<OfferedBlock> Blocks { get; }

    string? Inserted { get; }
}

/// <summary>
/// The form of one kind of document: a new one, a draft written on, or a registered one corrected with a reason. A kind adds its own
/// fields and says how they become its record and back.
/// </summary>
/// <typeparam name="TBody">The kind's record.</typeparam>
public abstract partial class DocumentFormPage<TBody>(DocumentFormTools forms) : PageModel, IDocumentFormPage
    where TBody : DocumentBody
{
    [FromRoute]
    public Guid? Id { get; set; }

    [FromQuery(Name = "case")]
    public Guid? CaseId { get; set; }

    [FromQuery(Name = "client")]
    public Guid? ClientId { get; set; }

    /// <summary>The registered document in whose place this one is to stand.</summary>
    [FromQuery(Name = "replaces")]
    public Guid? ReplacesId { get; set; }

    [BindProperty]
    public HeadInput Head { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Why a registered document is corrected.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The document as it stands; null for a new one.</summary>
    public DocumentView? Shown { get; private set; }

    public bool IsCorrection => Shown?.Document.State == DocumentState.Registered;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Signatories { get; private set; } = [];

    /// <summary>The kind the page is for.</summary>
    public abstract DocumentKind Kind { get; }

    protected Texts T => forms.T;

    protected DateOnly Today => forms.Today;

    /// <summary>The record as it stands, for what the form does not ask; null for a new document.</summary>
    protected TBody? Kept => Shown is { } shown ? forms.Show.Read<TBody>(shown.Document) : null;

    protected string UserName => forms.User.Name;

    /// <summary>Fills the kind's fields from its record.</summary>
    protected abstract void Fill(TBody data);

    /// <summary>The kind's record of its fields.</summary>
    protected abstract TBody ToBody();

    /// <summary>The record a new document begins with.</summary>
    protected abstract TBody Propose(DocumentProposal proposal);

    /// <summary>Changes the form itself, as a button for one more block does; true when it did and nothing is to be saved.</summary>
    protected virtual bool Arrange() => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Id is null)
        {
            if (await forms.Proposals.ForAsync(CaseId, ClientId, cancellationToken) is not { } proposal)
                return NotFound();
            Token = Guid.CreateVersion7();
            Head = HeadInput.Of(proposal.Head);
            Fill(Propose(proposal));
        }

        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Shown is { } shown)
        {
            (Head, Version) = (HeadInput.Of(shown.Document), shown.Document.Version);
            Fill(forms.Show.Read<TBody>(shown.Document));
        }
        else if (ReplacesId is { } earlier && await forms.Show.HandleAsync(earlier, cancellationToken) is { MayWrite: true } replaced && replaced.Document.Kind == Kind)
        {
            Head = HeadInput.Of(replaced.Document);
            Fill(forms.Show.Read<TBody>(replaced.Document));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Arrange())
        {
            Hush();
            return Page();
        }

        if (Insert is { Length: > 0 } field)
            return await InsertAsync(field, cancellationToken);

        if (ModelState.IsValid && await SaveAsync(cancellationToken) is { } id)
        {
            this.Notice(T[IsCorrection ? "Documents.Notice.Corrected" : "Documents.Notice.Saved"]);
            return Redirect($"/desk/documents/{id}");
        }

        return Page();
    }

    private async Task<Guid?> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var head = Head.ToHead(Head.SignatoryId is { } signatory ? await forms.Proposals.SignatoryAsync(signatory, cancellationToken) : null);
            if (!IsCorrection)
                return await forms.Write.HandleAsync(new(Shown?.Document.Id ?? Token, Kind, head, ToBody(), Version, CaseId, ClientId, ReplacesId), cancellationToken);
            await forms.Tend.CorrectAsync(Shown!.Document.Id, Version, head, ToBody(), Reason ?? "", cancellationToken);
            return Shown.Document.Id;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), T[refusal.Key, [.. refusal.Arguments]]);
            return null;
        }
    }

    /// <summary>The field a refusal is about; the whole form when none.</summary>
    protected virtual string FieldOf(string key) => key switch
    {
        "Cases.Refusal.ReasonMissing" or "Documents.Refusal.ReasonTooLong" => nameof(Reason),
        "Documents.Refusal.SubjectMissing" => "Head.Subject",
        _ => "",
    };

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
        {
            Shown = await forms.Show.HandleAsync(id, cancellationToken);
            if (Shown is not { MayWrite: true, Document.State: DocumentState.Draft or DocumentState.Registered } || Shown.Document.Kind != Kind)
                return false;
            CaseId = Shown.Document.CaseId;
        }

        Units = await forms.UnitsAsync(CaseId, cancellationToken);
        Signatories = await forms.SignatoriesAsync(cancellationToken);
        Blocks = await forms.Blocks.HandleAsync(Kind, Head.Language, cancellationToken);
        return true;
    }
}
