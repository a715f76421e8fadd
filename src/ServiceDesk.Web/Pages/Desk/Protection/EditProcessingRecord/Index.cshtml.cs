using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.EditProcessingRecord;

/// <summary>Controller and data-protection officer, with the history.</summary>
[Authorize(Policy = nameof(Permission.KeepProcessingRecord))]
public sealed class IndexModel(ShowProcessingHandler show, SaveProcessingHandler save, ShowHistoryHandler history, Texts t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ChangeRow> History { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var r = (await show.HandleAsync(cancellationToken)).Record;
        Input = new Form { Version = r.Version, Controller = r.Controller, ControllerContact = r.ControllerContact, Officer = r.Officer, OfficerContact = r.OfficerContact, Joint = r.JointControllers, Security = r.Security };
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            await save.HandleAsync(
                new SaveProcessingRecord(Input.Controller, Input.ControllerContact, Input.Officer, Input.OfficerContact, Input.Joint, Input.Security, Input.Version), cancellationToken);
            this.Notice(t["Protection.Saved"]);
            return Redirect("/desk/protection/processing");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            ModelState.Remove("Input.Version");
            Input.Version = (await show.HandleAsync(cancellationToken)).Record.Version;
            await LoadAsync(cancellationToken);
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.ControllerMissing" => "Input.Controller",
        "Protection.Refusal.ControllerContactMissing" => "Input.ControllerContact",
        "Protection.Refusal.OfficerMissing" => "Input.Officer",
        "Protection.Refusal.OfficerContactMissing" => "Input.OfficerContact",
        _ => "",
    };

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        History = await history.HandleAsync(ChangedThing.ProcessingRecord, SaveProcessingHandler.RecordKey, cancellationToken);

    public sealed class Form
    {
        public int? Version { get; set; }

        public string? Controller { get; set; }

        public string? ControllerContact { get; set; }

        public string? Officer { get; set; }

        public string? OfficerContact { get; set; }

        public string? Joint { get; set; }

        public string? Security { get; set; }
    }
}
