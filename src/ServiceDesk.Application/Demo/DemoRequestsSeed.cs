using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// Three requests of people about their data, at different stages, and a few lines of the access log. Added once, also to a demonstration
/// database seeded before there was such a register.
/// </summary>
public sealed class DemoRequestsSeed(IServiceDeskDb db, RegisterNumbers numbers, CalendarProvider calendars, LocalTime local, TimeProvider time) : IDemoSeed
{
    /// <inheritdoc/>
    public int Order => 1900;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<PersonRequest>().AnyAsync(cancellationToken))
            return;
        await db.InTransactionAsync(async token =>
        {
            var email = DemoPeople.All.First(p => p.Roles.Contains(Role.DataProtectionOfficer)).Email;
            var officer = await db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Email == email, token);
            await PlayAsync(new Actor(officer.Id, officer.FullName), token);
            await ReadAsync(token);
            return await db.SaveChangesAsync(token);
        }, cancellationToken);
    }

    private async Task PlayAsync(Actor officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var refused = await RegisterAsync(
            PersonRequestKind.Erasure, Channel.EAddress, new Requester("Gunta Sproģe", "gunta.sproge@pasts.example", null), "Lūdzu dzēst visus manus iesniegumus par ielas apgaismojumu.", 24, officer, cancellationToken);
        refused.CheckIdentity(IdentityCheck.EAddress, null, officer, now.AddDays(-23));
        refused.Refuse(
            RefusalGround.LawObliges,
            "Labdien, Gunta Sproģe!\n\nPar Jūsu iesniegumiem atbildes sniegtas šogad; iesniegumus un atbildes pašvaldība glabā piecus gadus pēc lietas slēgšanas gada, pēc tam to saturs tiks dzēsts.\n\n"
                + "Ja nepiekrītat, Jums ir tiesības iesniegt sūdzību Datu valsts inspekcijai vai vērsties tiesā.\n\nDatu aizsardzības speciāliste\nLejasupes novada pašvaldība",
            AnswerWay.EAddress, null, officer, now.AddDays(-18));

        var access = await RegisterAsync(
            PersonRequestKind.Access, Channel.InPerson, new Requester("Arnis Vilciņš", null, "Upes iela 3-7, Lejasupe"), "Vēlos saņemt visu, ko pašvaldība par mani glabā, arī to, kas manus datus skatījies.", 12, officer, cancellationToken);
        access.CheckIdentity(IdentityCheck.Document, "Salīdzināts vārds un dzimšanas datums.", officer, now.AddDays(-12).AddMinutes(20));
        access.Note("Gaidām ziņas no būvvaldes par papīra lietu.", officer, now.AddDays(-4));

        await RegisterAsync(
            PersonRequestKind.Rectification, Channel.Email, new Requester("Dace Kupča", "dace.kupca@pasts.example", null), "Mans uzvārds kopš maija ir Kupča, vēstulēs joprojām rakstāt veco.", 2, officer, cancellationToken);
    }

    private async Task<PersonRequest> RegisterAsync(PersonRequestKind kind, Channel channel, Requester who, string wish, int daysAgo, Actor officer, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow().AddDays(-daysAgo);
        var day = local.DateOf(at);
        var request = PersonRequest.Register(Guid.CreateVersion7(), kind, channel, who, wish, day, await calendars.GetAsync(cancellationToken), officer, at);
        var (register, sequence) = await numbers.NextAsync(PersonRequest.RegisterCode, day.Year, cancellationToken);
        db.Set<PersonRequest>().Add(request.Numbered(register, day.Year, sequence));
        return request;
    }

    /// <summary>Who looked at complaints lately: their assignees.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var complaints = await db.Set<Case>().AsNoTracking().Where(c => c.Kind == CaseKind.Complaint && c.AssigneeId != null).OrderByDescending(c => c.ReceivedAt).ThenBy(c => c.Number).Take(12)
            .Select(c => new { c.Id, c.Number, c.AssigneeId, Name = db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).First() }).ToListAsync(cancellationToken);
        var yesterday = local.DateOf(time.GetUtcNow()).AddDays(-1);
        foreach (var (item, i) in complaints.Select((c, i) => (c, i)))
            db.Set<ReadRecord>().Add(new ReadRecord(local.StartOf(yesterday.AddDays(-i / 4)).AddHours(9).AddMinutes(97 * (i % 4)), item.AssigneeId, item.Name, ReadThing.Case, item.Id.ToString("N"), item.Number, i % 4 == 3 ? ReadWay.Print : ReadWay.Page, ReadPurpose.Handling));
    }
}
