using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Deadlines.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ConfirmProposals;

/// <summary>Enters proposed days into the calendar: first the clocks that would move, then the days. Without a choice all that are plain.</summary>
[Authorize(Policy = nameof(Permission.ManageCalendar))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, ShowProposalsHandler show, ConfirmProposalsHandler confirm, Texts t)
    : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public List<Guid> Ids { get; set; } = [];

    /// <summary>An exception in force on such a day gives way.</summary>
    [BindProperty]
    public bool Replaces { get; set; }

    public IReadOnlyList<ProposalRow> Rows { get; private set; } = [];

    public override string Back => "/desk/calendar/import";

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        Rows = await show.ChosenAsync(Ids, cancellationToken);
        Ids = [.. Rows.Select(r => r.Proposal.Id)];
        return Rows.Count > 0;
    }

    protected override void Fill(DeadlineSettings settings) =>
        Reason = string.Join("; ", Rows.Select(r => r.Proposal.Source).Where(s => s.Length > 0).Distinct()) is var sources && sources.Length > 500 ? sources[..500] : sources;

    protected override DeadlineEdit Edit() => new ConfirmProposedDays([.. Rows.Select(r => r.Proposal)], Replaces, Reason ?? "");

    protected override Task ApplyAsync(DeadlineEdit edit, CancellationToken cancellationToken) =>
        confirm.HandleAsync(new Application.Deadlines.Imports.ConfirmProposals(Ids, Replaces, Reason ?? "", SettingsVersion), cancellationToken);

    protected override string FieldOf(string refusal) => refusal == "Deadlines.Refusal.DateHasException" ? nameof(Replaces) : base.FieldOf(refusal);
}
