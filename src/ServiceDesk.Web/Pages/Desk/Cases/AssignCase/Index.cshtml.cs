using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.AssignCase;

/// <summary>Gives a case to a unit and, if named, to one person of it.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, AssignCaseHandler assign, CaseChoicesHandler choices, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        if (Case is not null)
            (Input.UnitId, Input.AssigneeId) = (Case.UnitId, Case.AssigneeId);
        return Case switch
        {
            null => NotFound(),
            { MayAssign: true } and not { State: CaseState.Closed } => page,
            { MayRead: true } => Forbid(),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var given = GivenCase.Assigned;
        if (!ModelState.IsValid || !await TryAsync(GiveAsync, "Input.UnitId"))
            return await AgainAsync(cancellationToken);
        this.Notice(T[given == GivenCase.Offered ? "Desk.Assign.Offered" : "Desk.Assign.Done"]);
        return Redirect(Home);

        async Task GiveAsync()
        {
            // A person names the unit: choosing one of another unit means giving it there.
            var person = (await choices.PeopleAsync(cancellationToken)).FirstOrDefault(p => p.Id == Input.AssigneeId);
            given = await assign.HandleAsync(
                new Application.Cases.AssignCase(Id, person?.UnitId ?? Input.UnitId!.Value, Input.AssigneeId, Input.Reason, Input.Seen), cancellationToken);
        }
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Units = [.. (await choices.UnitsAsync(cancellationToken)).Select(u => new SelectListItem(u.Name, u.Id.ToString()))];
        var groups = new Dictionary<string, SelectListGroup>();
        People = [.. (await choices.PeopleAsync(cancellationToken)).Select(p => new SelectListItem(p.Name, p.Id.ToString())
        {
            Group = groups.TryGetValue(p.UnitName, out var known) ? known : groups[p.UnitName] = new SelectListGroup { Name = p.UnitName },
        })];
    }

    public sealed class Form : CaseInput
    {
        public Guid? UnitId { get; set; }

        public Guid? AssigneeId { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.UnitId).NotNull().When(x => x.AssigneeId is null).WithMessage(_ => t["Desk.Assign.UnitMissing"]);
            RuleFor(x => x.Reason).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
        }
    }
}
