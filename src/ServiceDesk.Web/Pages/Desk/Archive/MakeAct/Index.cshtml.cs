using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Archive.Acts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Pages.Desk.Documents;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Archive.MakeAct;

/// <summary>Makes an act of destruction from an approved list, or of hand-over from chosen files.</summary>
[Authorize(Policy = nameof(Permission.FileDocuments))]
public sealed class IndexModel(MakeArchiveActHandler make, ArchiveGoing going, ListNomenclaturesHandler list, ArchiveChoices choices, IOptions<MunicipalityOptions> house, Texts t) : PageModel
{
    [FromQuery]
    public ArchiveActKind Kind { get; set; }

    [FromQuery(Name = "list")]
    public Guid? ListId { get; set; }

    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    public string? Agreement { get; set; }

    [BindProperty]
    public DateOnly? AgreedOn { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public Guid? FirstId { get; set; }

    [BindProperty]
    public Guid? TakerId { get; set; }

    [BindProperty]
    public string? Members { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    public IReadOnlyList<ArchiveFileRow> Files { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Token, Place) = (Guid.CreateVersion7(), house.Value.Address);
        try
        {
            await LoadAsync(cancellationToken);
            return Page();
        }
        catch (Refusal refusal)
        {
            this.Notice(t[refusal.Key, [.. refusal.Arguments]], NoticeKind.Attention);
            return Redirect("/desk/archive/acts");
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            var number = await make.HandleAsync(
                new MakeArchiveAct
                {
                    Token = Token,
                    Kind = Kind,
                    ListId = ListId,
                    Files = Chosen,
                    Basis = Basis,
                    FirstId = FirstId,
                    TakerId = TakerId,
                    Members = PersonLines.Read(Members),
                    Place = Place,
                    Method = Method,
                    Agreement = Agreement,
                    AgreedOn = AgreedOn,
                },
                cancellationToken);
            this.Notice(t["Archive.ActMade", number]);
            return Redirect($"/desk/archive/acts/{Token}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            await LoadAgainAsync(cancellationToken);
            return Page();
        }
    }

    /// <summary>What was typed stays on the page, also when the list itself lets nothing go any more.</summary>
    private async Task LoadAgainAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LoadAsync(cancellationToken);
        }
        catch (Refusal)
        {
            Files = [];
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        People = [.. (await choices.PeopleAsync(cancellationToken)).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        Files = Kind switch
        {
            ArchiveActKind.Destruction => await list.FilesAsync([.. (await going.OfListAsync(ListId ?? Guid.Empty, cancellationToken)).Files.Select(f => f.Id)], cancellationToken),
            ArchiveActKind.ToArchives => [.. await list.DescribedAsync(RetentionClass.Permanent, null, cancellationToken), .. await list.DescribedAsync(RetentionClass.Long, null, cancellationToken)],
            _ => await list.HereAsync(cancellationToken),
        };
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Archive.Refusal.ArchivesAgreementMissing" => nameof(Agreement),
        "Archive.Refusal.AgreedInFuture" => nameof(AgreedOn),
        "Archive.Refusal.ChairMissing" => nameof(FirstId),
        "Archive.Refusal.TakerMissing" => nameof(TakerId),
        _ => "",
    };
}
