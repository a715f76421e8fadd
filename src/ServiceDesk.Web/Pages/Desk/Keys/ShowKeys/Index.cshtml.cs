using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Keys.ShowKeys;

/// <summary>What each key does: a page, and the dialog that <c>?</c> opens. Single keys can be switched off here.</summary>
[Authorize(Policy = nameof(Permission.UseDesk))]
public sealed class IndexModel(SwitchSingleKeysHandler switchKeys, DeskCounts counts, ICurrentUser me, Texts t) : PageModel
{
    public sealed record Key(IReadOnlyList<string> Names, string Does);

    public sealed record Part(string Heading, IReadOnlyList<Key> Keys);

    public bool AreOff { get; private set; }

    public bool MaySwitch => me.EmployeeId is not null;

    public IReadOnlyList<Part> Parts =>
    [
        new(t["Desk.Keys.Everywhere"],
        [
            new(["/"], t["Desk.Keys.Search"]),
            .. me.May(Permission.RegisterCases) ? new[] { new Key(["n"], t["Desk.Keys.Register"]) } : [],
            new(["?"], t["Desk.Keys.All"]),
        ]),
        new(t["Desk.Keys.InList"],
        [
            new(["j", "k"], t["Desk.Keys.Move"]),
            new(["o", "Enter"], t["Desk.Keys.Open"]),
            new(["x"], t["Desk.Keys.Tick"]),
            new(["X"], t["Desk.Keys.TickRange"]),
            new(["r", "s", "i"], t["Desk.Keys.WriteFromList"]),
        ]),
        new(t["Desk.Keys.InCase"],
        [
            new(["j", "k"], t["Desk.Keys.MoveCase"]),
            new(["u"], t["Desk.Keys.Back"]),
            new(["r"], t["Desk.Composer.Reply"]),
            new(["s"], t["Desk.Composer.Interim"]),
            new(["i"], t["Desk.Composer.Note"]),
            .. me.May(Permission.AssignCases) ? new[] { new Key(["a"], t["Shared.Action.Assign"]) } : [],
            new(["m"], t["Desk.Keys.More"]),
            new(["Ctrl", "Enter"], t["Desk.Keys.Send"]),
        ]),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        AreOff = (await counts.GetAsync(cancellationToken)).SingleKeysOff;
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Keys", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(bool on, CancellationToken cancellationToken)
    {
        if (!MaySwitch)
            return NotFound();
        await switchKeys.HandleAsync(on, cancellationToken);
        this.Notice(t[on ? "Desk.Keys.SwitchedOn" : "Desk.Keys.SwitchedOff"]);
        return Redirect("/desk/keys");
    }
}
