using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases;

/// <summary>A page of one case: finds it, does a step, says why a step was refused and what others did meanwhile.</summary>
public abstract class SingleCasePage(ShowCaseHandler show, Texts t) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public CaseDetails Case { get; private set; } = null!;

    /// <summary>Somebody else saved the case while this page was open: the change the page had last seen. Null when nobody did.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>What the person was writing when somebody else saved; null on pages without a text of their own.</summary>
    public virtual string? Typed => null;

    /// <summary>How the case is read on this page, for the access log.</summary>
    protected virtual ReadWay Way => ReadWay.Page;

    protected Texts T => t;

    protected string Home => $"/desk/cases/{Id}";

    /// <summary>Loads the case; false when it is not there or not for this person.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await show.HandleAsync(Id, Way, cancellationToken) is not { } found)
            return false;
        Case = found;
        return true;
    }

    /// <summary>Does a step. A refusal and a change by somebody else become errors of the page; nothing was saved then.</summary>
    protected async Task<bool> TryAsync(Func<Task> step, string field = "")
    {
        try
        {
            await step();
            return true;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(field, t[refusal.Key, [.. refusal.Arguments]]);
        }
        catch (StaleCase stale)
        {
            SeenAt = stale.SeenAt;
            ModelState.AddModelError("", t["Desk.Stale.Error"]);
        }

        return false;
    }

    /// <summary>The page again, with what was typed and what was wrong.</summary>
    protected async Task<IActionResult> AgainAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await PrepareAsync(cancellationToken);
        return Page();
    }

    /// <summary>What the page shows beside the case.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What every form of a case carries unseen: a one-time token, and the state of the case it was shown with.</summary>
public abstract class CaseInput
{
    public Guid Token { get; set; }

    public int Version { get; set; }

    /// <summary>UTC ticks of the last change the page showed.</summary>
    public long SeenAt { get; set; }

    public SeenCase Seen => new(Version, new DateTimeOffset(Math.Clamp(SeenAt, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero));
}
