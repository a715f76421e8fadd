using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.EditNotice;

/// <summary>The privacy notice of one collecting point: its draft, a preview, its versions.</summary>
[Authorize(Policy = nameof(Permission.ManagePrivacyNotices))]
public sealed class IndexModel(EditPrivacyNoticeHandler notices, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    [FromRoute(Name = "point")]
    public string Word { get; set; } = "";

    [BindProperty]
    public Form Input { get; set; } = new();

    public CollectingPoint Point { get; private set; }

    public IReadOnlyList<PrivacyNotice> Published { get; private set; } = [];

    /// <summary>What was typed, to be looked at.</summary>
    public NoticeWords? Preview { get; private set; }

    public DateOnly Today => local.DateOf(time.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } all)
            return NotFound();
        // The next version begins as a copy of the last.
        if (all is [{ } top, ..])
            Input = Form.Of(top);
        Input.ValidFrom = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        if (step == "preview")
        {
            Preview = Input.ToWords();
            return Page();
        }

        try
        {
            var command = new EditPrivacyNotice(Point, Input.ToWords(), Input.Remark, Input.Version);
            if (step == "publish")
                this.Notice(t["Protection.Notices.Published", await notices.PublishAsync(command, Input.ValidFrom ?? Today, cancellationToken)]);
            else
            {
                await notices.SaveAsync(command, cancellationToken);
                this.Notice(t["Protection.Saved"]);
            }

            return Redirect($"/desk/protection/privacy/{Point}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(FieldOf(refusal.Key), t[refusal.Key, [.. refusal.Arguments]]);
            var draft = (await LoadAsync(cancellationToken))!.FirstOrDefault(n => n.State == PrivacyNoticeState.Draft);
            ModelState.Remove("Input.Version");
            Input.Version = draft?.Version;
            return Page();
        }
    }

    private static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.ValidFromPast" => "Input.ValidFrom",
        "Protection.Refusal.NoticeLackslv" => "Input.BodyLv",
        "Protection.Refusal.NoticeLacksen" => "Input.BodyEn",
        "Protection.Refusal.NoticeLacksru" => "Input.BodyRu",
        _ => "",
    };

    private async Task<IReadOnlyList<PrivacyNotice>?> LoadAsync(CancellationToken cancellationToken)
    {
        if (int.TryParse(Word, out _) || !Enum.TryParse<CollectingPoint>(Word, ignoreCase: true, out var point))
            return null;
        Point = point;
        var all = await notices.ShowAsync(point, cancellationToken);
        Published = [.. all.Where(n => n.State == PrivacyNoticeState.Published)];
        return all;
    }

    public sealed class Form
    {
        /// <summary>Version of the draft shown; null when there is none.</summary>
        public int? Version { get; set; }

        public string? ShortLv { get; set; }

        public string? ShortEn { get; set; }

        public string? ShortRu { get; set; }

        public string? BodyLv { get; set; }

        public string? BodyEn { get; set; }

        public string? BodyRu { get; set; }

        public string? Remark { get; set; }

        public DateOnly? ValidFrom { get; set; }

        public static Form Of(PrivacyNotice notice)
        {
            var isDraft = notice.State == PrivacyNoticeState.Draft;
            var w = notice.Words;
            return new Form
            {
                Version = isDraft ? notice.Version : null,
                ShortLv = w.ShortLv,
                ShortEn = w.ShortEn,
                ShortRu = w.ShortRu,
                BodyLv = w.BodyLv,
                BodyEn = w.BodyEn,
                BodyRu = w.BodyRu,
                Remark = isDraft ? notice.Remark : null,
            };
        }

        public NoticeWords ToWords() => new() { ShortLv = ShortLv, ShortEn = ShortEn, ShortRu = ShortRu, BodyLv = BodyLv, BodyEn = BodyEn, BodyRu = BodyRu };
    }
}
