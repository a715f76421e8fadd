using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteMinutes;

/// <summary>Minutes of a meeting: new, written on, or corrected. One more item is a press that keeps all that was typed.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<MinutesBody>(forms)
{
    private const int FirstItems = 2;

    [BindProperty]
    public MinutesInput Minutes { get; set; } = new();

    /// <summary>Pressed for one more item.</summary>
    [BindProperty]
    public bool AddItem { get; set; }

    /// <summary>The item that was added just now and takes the focus.</summary>
    public int? Added { get; private set; }

    public override DocumentKind Kind => DocumentKind.Minutes;

    protected override void Fill(MinutesBody data)
    {
        Minutes = MinutesInput.Of(data);
        while (Minutes.Items.Count < FirstItems)
            Minutes.Items.Add(new());
    }

    protected override MinutesBody ToBody() => Minutes.ToBody();

    protected override MinutesBody Propose(DocumentProposal proposal) => new() { HeldOn = Today, MinuteTaker = UserName };

    protected override bool Arrange()
    {
        if (!AddItem)
            return false;
        if (Minutes.Items.Count < MinutesInput.MostItems)
        {
            Added = Minutes.Items.Count;
            Minutes.Items.Add(new());
        }

        return true;
    }
}
