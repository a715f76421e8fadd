using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Quality.Improvements;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Web.Pages.Desk.Quality.ListImprovements;

/// <summary>Improvement tasks, what is nearest to its day first. The filter stands in the address.</summary>
[Authorize(Policy = nameof(Permission.SeeImprovements))]
public sealed class IndexModel(ListImprovementsHandler list) : PageModel
{
    [FromQuery(Name = "view")]
    public ImprovementView? View { get; set; }

    [FromQuery]
    public Guid? Unit { get; set; }

    [FromQuery]
    public ImprovementOrigin? Source { get; set; }

    [FromQuery]
    public Guid? Of { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>The open ones, or everything that came of one thing.</summary>
    public ImprovementView Shown => View ?? (Of is null ? ImprovementView.Open : ImprovementView.All);

    public ImprovementPage List { get; private set; } = null!;

    public string? PreviousPage => Number > 1 ? Address(Shown, Number - 1) : null;

    public string? NextPage => Number * ListImprovementsHandler.PageSize < List.Total ? Address(Shown, Number + 1) : null;

    public string Address(ImprovementView view, int page = 1) => "/desk/improvements?" + string.Join('&', new[]
    {
        $"view={view}", Unit is { } u ? $"unit={u}" : null, Source is { } s ? $"source={s}" : null, Of is { } of ? $"of={of}" : null,
        string.IsNullOrWhiteSpace(Words) ? null : $"q={Uri.EscapeDataString(Words)}", page > 1 ? $"p={page}" : null,
    }.OfType<string>());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 100_000);
        List = await list.HandleAsync(new(Shown, Unit, Source, Of, Words, Number), cancellationToken);
    }
}
