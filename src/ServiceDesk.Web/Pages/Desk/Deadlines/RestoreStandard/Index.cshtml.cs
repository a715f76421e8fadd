using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.RestoreStandard;

/// <summary>Takes changes of the standard back: a new version that says what an earlier one said.</summary>
[Authorize(Policy = nameof(Permission.ManageStandard))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, CompareStandardsHandler compare, ShowStandardHandler show, Texts t)
    : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>What would change, from the newest version to the earlier one.</summary>
    public StandardComparison Shown { get; private set; } = null!;

    public override string Back => "/desk/standard";

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        var newest = (await show.HandleAsync(cancellationToken)).Newest.Version;
        if (Number >= newest || await compare.HandleAsync(newest, Number, cancellationToken) is not { } shown)
            return false;
        Shown = shown with { Differences = [.. shown.Differences.Where(d => d.Field != StandardField.InForceFrom)] };
        return true;
    }

    protected override void Fill(DeadlineSettings settings) => From = Shown.From.InForceFrom;

    protected override DeadlineEdit Edit() => new RestoreVersion(Shown.To, From ?? throw new Refusal("Deadlines.Refusal.DateNeeded"), Reason ?? "");

    protected override string FieldOf(string refusal) =>
        refusal is "Deadlines.Refusal.DateNeeded" or "Deadlines.Refusal.VersionBeforeLast" ? nameof(From) : base.FieldOf(refusal);
}
