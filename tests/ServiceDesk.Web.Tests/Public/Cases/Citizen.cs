using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Cases;

/// <summary>What a citizen does on the public pages, and what staff do meanwhile.</summary>
internal static class Citizen
{
    public const string Words = "Upes ielā jau divas nedēļas nav izvesti atkritumi. Lūdzu, izvediet.";

    /// <summary>Opens the form, and lets as much time go by as a person needs to write.</summary>
    public static async Task<PageForm> OpenFormAsync(this Site site, PageClient visitor, string address = "/submit")
    {
        var page = await visitor.GetAsync(address);
        site.Time.Advance(TimeSpan.FromSeconds(20));
        return page.Form("form[data-form=submit]");
    }

    /// <summary>Writes to the municipality and returns number and key from the confirmation.</summary>
    public static async Task<(string Number, string Key)> SubmitAsync(this Site site, PageClient visitor, Action<PageForm>? fill = null)
    {
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Words);
        fill?.Invoke(form);
        var done = await (await form.SendAsync()).FollowAsync();
        return (done.TextOf(".slip dd.num")!, done.TextOf(".slip dd.mono")!);
    }

    /// <summary>Opens a case on a fresh browser.</summary>
    public static async Task<PageClient> TrackAsync(this Site site, string number, string key)
    {
        var visitor = site.Visitor();
        var form = (await visitor.GetAsync("/track")).Form("form[data-form=track]");
        var answer = await form.Fill("Input.Number", number).Fill("Input.Key", key).SendAsync();
        Assert.Equal("/track/case", answer.Location);
        return visitor;
    }

    public static Task<int> CountCasesAsync(this Site site) => site.RunAsync((IServiceDeskDb db) => db.Set<Case>().CountAsync());

    public static Task<Case> LoadAsync(this Site site, string number) => site.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Messages).ThenInclude(m => m.Attachments).SingleAsync(c => c.Number == number));

    public static Message Submission(this Case item) => item.Messages.Single(m => m.Kind == MessageKind.Submission);

    /// <summary>Staff do something to the case.</summary>
    public static Task<int> ChangeAsync(this Site site, string number, Func<Case, CaseWriter, Employee, DateTimeOffset, Task> change) => site.RunAsync(async (IServiceProvider services) =>
    {
        var db = (IServiceDeskDb)services.GetService(typeof(IServiceDeskDb))!;
        var writer = (CaseWriter)services.GetService(typeof(CaseWriter))!;
        var item = await writer.LoadAsync(await db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync(), CancellationToken.None);
        await change(item, writer, await db.Set<Employee>().FirstAsync(e => e.UnitId == item.UnitId), site.Time.Now);
        return await db.SaveChangesAsync();
    });

    public static Actor AsActor(this Employee employee) => new(employee.Id, employee.FullName);
}
