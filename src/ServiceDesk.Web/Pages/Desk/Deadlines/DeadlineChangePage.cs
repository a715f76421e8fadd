using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines;

/// <summary>
/// A change of calendar or rules in two steps: first the clocks it would move, then the change. What was changed after the preview
/// is previewed again.
/// </summary>
public abstract class DeadlineChangePage(ReadDeadlineSettingsHandler read, DeadlineEditor editor, Texts t) : PageModel
{
    private const string ApplyStep = "apply";

    [BindProperty]
    public int SettingsVersion { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the preview was made of.</summary>
    [BindProperty]
    public string? Previewed { get; set; }

    public ChangePreview? Preview { get; private set; }

    /// <summary>Where the page returns to.</summary>
    public abstract string Back { get; }

    protected ReadDeadlineSettingsHandler Read => read;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = await read.HandleAsync(cancellationToken);
        SettingsVersion = settings.Version;
        if (!await LoadAsync(settings, cancellationToken))
            return NotFound();
        Fill(settings);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(await read.HandleAsync(cancellationToken), cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();

        try
        {
            var edit = Edit();
            var print = Fingerprint(edit);
            if (step == ApplyStep && Previewed == print)
            {
                await ApplyAsync(edit, cancellationToken);
                this.Notice(t["Deadlines.Change.Done"]);
                return Redirect(Back);
            }

            if (string.IsNullOrWhiteSpace(Reason))
                throw new Refusal("Deadlines.Refusal.ReasonNeeded");
            Preview = await editor.PreviewAsync(edit, cancellationToken);
            ModelState.Remove(nameof(Previewed));
            Previewed = print;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
        }

        return Page();
    }

    /// <summary>What the form asks for.</summary>
    protected abstract DeadlineEdit Edit();

    /// <summary>Makes the change.</summary>
    protected virtual Task ApplyAsync(DeadlineEdit edit, CancellationToken cancellationToken) => editor.ApplyAsync(edit, SettingsVersion, cancellationToken);

    /// <summary>Reads what the page speaks of; false when there is no such thing.</summary>
    protected virtual Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Fills an untouched form.</summary>
    protected virtual void Fill(DeadlineSettings settings)
    {
    }

    protected virtual string FieldOf(string refusal) => refusal is "Deadlines.Refusal.ReasonNeeded" or "Deadlines.Refusal.ExceptionReason" ? nameof(Reason) : "";

    private static string Fingerprint(DeadlineEdit edit) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(edit.ToString()!)));
}
