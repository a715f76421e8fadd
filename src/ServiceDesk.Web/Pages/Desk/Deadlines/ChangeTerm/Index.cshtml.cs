using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines.ChangeTerm;

/// <summary>Gives a rule of the standard another term from a day on: a new version of the standard.</summary>
[Authorize(Policy = nameof(Permission.ManageStandard))]
public sealed class IndexModel(ReadDeadlineSettingsHandler read, DeadlineEditor editor, ShowStandardHandler show, LocalTime local, TimeProvider time, Texts t)
    : DeadlineChangePage(read, editor, t)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int? Count { get; set; }

    [BindProperty]
    public TermUnit Unit { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public DeadlineRule Rule { get; private set; } = null!;

    public override string Back => "/desk/standard";

    protected override async Task<bool> LoadAsync(DeadlineSettings settings, CancellationToken cancellationToken)
    {
        Rule = (await show.HandleAsync(cancellationToken)).Newest.Find(Id)!;
        return Rule is not null;
    }

    protected override void Fill(DeadlineSettings settings) =>
        (Count, Unit, From) = (Rule.Term.Count, Rule.Term.Unit, local.DateOf(time.GetUtcNow()).AddDays(1));

    protected override DeadlineEdit Edit() => new Application.Deadlines.ChangeTerm(
        Id, new(Count ?? 0, Unit), From ?? throw new Refusal("Deadlines.Refusal.DateNeeded"), Reason ?? "");

    protected override string FieldOf(string refusal) => refusal switch
    {
        "Deadlines.Refusal.TermCount" or "Deadlines.Refusal.NothingChanged" => nameof(Count),
        "Deadlines.Refusal.DateNeeded" or "Deadlines.Refusal.VersionBeforeLast" => nameof(From),
        _ => base.FieldOf(refusal),
    };
}
