using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Cases.SortCase;

/// <summary>Says better what a case is about, and perhaps gives it to who answers for that.</summary>
[Authorize(Policy = nameof(Permission.HandleCases))]
public sealed class IndexModel(ShowCaseHandler show, SortCaseHandler sort, CatalogueChoicesHandler catalogue, Texts t) : SingleCasePage(show, t)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await AgainAsync(cancellationToken);
        if (Case is not null)
            (Input.TopicId, Input.ServiceId) = (Case.TopicId, Case.ServiceId);
        return Case is { MayHandle: true, State: not Domain.Cases.CaseState.Closed } ? page : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await TryAsync(
            () => sort.HandleAsync(new Application.Cases.SortCase(Id, Input.TopicId!.Value, Input.ServiceId, Input.HandsOver, Input.Seen), cancellationToken), "Input.TopicId"))
            return await AgainAsync(cancellationToken);
        this.Notice(T["Desk.Sort.Done"]);
        // Who handed the case over may not be allowed to read it any more.
        return Redirect(await LoadAsync(cancellationToken) ? Home : "/desk");
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Topics = TopicSelect.Of(await catalogue.TopicsAsync("lv", cancellationToken), Texts.In("lv"));
        Services = TopicSelect.Of(await catalogue.ServicesAsync("lv", cancellationToken));
    }

    public sealed class Form : CaseInput
    {
        public Guid? TopicId { get; set; }

        public Guid? ServiceId { get; set; }

        public bool HandsOver { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t) => RuleFor(x => x.TopicId).NotNull().WithMessage(_ => t["Catalogue.ChooseTopic"]);
    }
}
