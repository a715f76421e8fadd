using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Drafts on their way: a contract with one visa given, a letter that came back.</summary>
public sealed class DemoCirculationSeed(IServiceDeskDb db, CalendarProvider calendars, LocalTime local, TimeProvider time) : IDemoSeed
{
    private static readonly Guid ContractId = new(1, 0x1180, 0x4d4f, 0x80, 0x4c, 0x43, 0x4f, 0x4e, 0x54, 0, 0);
    private static readonly Guid LetterId = new(1, 0x1195, 0x4d4f, 0x80, 0x43, 0x49, 0x52, 0x43, 0x55, 0, 0);

    /// <inheritdoc/>
    public int Order => 1195;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var calendar = await calendars.GetAsync(cancellationToken);
        var people = await db.Set<Employee>().AsNoTracking().ToDictionaryAsync(e => e.Email ?? $"{e.Id}", cancellationToken);
        if (!DemoPeople.All.Where(p => p.Name is "Jānis" or "Ilze" or "Daina" or "Līga").All(p => people.ContainsKey(p.Email)))
            return;
        var (head, finance, service, engineer) = (Of("Jānis"), Of("Ilze"), Of("Daina"), Of("Līga"));
        if (await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == ContractId && d.State == DocumentState.Draft, cancellationToken) is { } contract
            && !await db.Set<DocumentRoute>().AnyAsync(r => r.DocumentId == ContractId, cancellationToken) && contract.AuthorId == head.Id)
        {
            var route = Send(contract, "Lūdzu pārbaudīt cenu un maksājumu kārtību.", head, [finance, service]);
            route.Answer(route.Steps[0].Id, true, "Finansējums paredzēts budžetā.", contract, By(finance), now.AddHours(-2), Due);
            if (await db.Set<Contract>().SingleOrDefaultAsync(c => c.Id == ContractId, cancellationToken) is { } life)
                life.InApproval(route.StartedAt);
        }

        if (!await db.Set<Document>().AnyAsync(d => d.Id == LetterId, cancellationToken))
        {
            var letter = Document.Begin(
                LetterId, DocumentKind.Letter,
                new DocumentHead { Subject = "rotaļu laukuma remontu Upes ielā", UnitId = head.UnitId, SignatoryId = head.Id, SignatoryName = head.FullName, SignatoryPost = head.Position },
                DocumentKinds.Write(new LetterBody
                {
                    AddresseeName = "Upes ielas namu biedrībai",
                    AddresseeAddress = "Upes iela 8, Lejasupe, LV-3999",
                    Salutation = "Labdien!",
                    Body = "Laukumu Upes ielā apsekojām. Divas nolietotās šūpoles nomainīsim, segumu zem slidkalniņa atjaunosim pavasarī.",
                }), null, null, By(engineer), now.AddDays(-1));
            db.Set<Document>().Add(letter);
            db.Set<DocumentWord>().AddRange(DocumentWord.Of(letter));
            var route = Send(letter, null, engineer, [head]);
            route.Answer(route.Steps[0].Id, false, "Norādiet, līdz kurai dienai šūpoles nomainīs.", letter, By(head), now.AddHours(-1), Due);
        }

        await db.SaveChangesAsync(cancellationToken);
        return;

        Employee Of(string name) => people[DemoPeople.All.First(p => p.Name == name).Email];
        Actor By(Employee one) => new(one.Id, one.FullName);
        DateOnly Due(int days) => calendar.AddWorkingDays(local.DateOf(now), days);
        DocumentRoute Send(Document document, string? note, Employee by, IReadOnlyList<Employee> asked)
        {
            var route = DocumentRoute.Send(
                Guid.CreateVersion7(), document, [.. asked.Select((a, place) => new PlannedStep(new RouteRecipient(a.Id, null), place == asked.Count - 1 ? RouteTask.Approval : RouteTask.Visa, 2))],
                false, true, note, By(by), now.AddHours(-5), Due);
            db.Set<DocumentRoute>().Add(route);
            return route;
        }
    }
}
