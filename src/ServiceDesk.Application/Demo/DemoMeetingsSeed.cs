using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Drafts of the papers meetings and commissions leave behind. People and firms are invented.</summary>
public sealed class DemoMeetingsSeed(IServiceDeskDb db, LocalTime local, TimeProvider time) : IDemoSeed
{
    /// <inheritdoc/>
    public int Order => 1190;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        await AddAsync(1, DocumentKind.Minutes, DemoPeople.Utilities, "bērnu laukumu un ielu kopšanu ziemā", new MinutesBody
        {
            Body = "Labiekārtošanas komisija",
            MeetingNumber = "8",
            Place = "Parka iela 3, Lejasupe, 2. stāva zāle",
            HeldOn = today.AddDays(-2),
            OpenedAt = new TimeOnly(14, 0),
            ClosedAt = new TimeOnly(15, 20),
            MinuteTaker = "Ilze Priede",
            MinuteTakerPost = "lietvede",
            Present = "Juris Strauts, komisijas loceklis\nDace Liepa, komisijas locekle\nOskars Krūms, komisijas loceklis",
            Absent = [new("Ruta Egle", "darbnespēja")],
            Invited = "Māris Kļava, Upes ielas namu biedrība",
            Items =
            [
                new MinutesItem
                {
                    Title = "Par bērnu laukuma remontu Upes ielā",
                    Speakers = "Dace Liepa, Māris Kļava",
                    Gist = "Apsekošanā konstatēts, ka divas šūpoles ir nolietotas un segums zem slidkalniņa izskalots. Biedrība lūdz laukumu atvērt līdz pavasarim.",
                    Proposals = "Šūpoles nomainīt šogad, segumu – aprīlī.",
                    For = 4,
                    Against = 0,
                    Abstained = 0,
                    Decision = "Nomainīt abas šūpoles un līdz tam laukuma daļu norobežot.",
                    Responsible = "Juris Strauts",
                    DueOn = today.AddDays(28),
                },
                new MinutesItem { Title = "Par ietvju kaisīšanu", Speakers = "Oskars Krūms", Gist = "Dežūru grafiks un kaisāmā materiāla krājumi ir sagatavoti. Informāciju pieņem zināšanai." },
            ],
            Attachments = [new("dežūru grafiks", 1)],
        }, now, cancellationToken);
        await AddAsync(2, DocumentKind.Act, DemoPeople.Utilities, "neizvestiem sadzīves atkritumiem Upes ielā", new ActBody
        {
            Type = ActType.Inspection,
            Basis = "Labiekārtošanas un komunālās nodaļas vadītāja uzdevums pēc iedzīvotāju sūdzības",
            FirstRole = "Komisijas priekšsēdētājs",
            Members = [new("Dace Liepa", "labiekārtošanas speciāliste", "komisijas locekle"), new("Māris Kļava", "Upes ielas namu biedrības pārstāvis", "klātesošais")],
            Place = "Upes iela 2–16, Lejasupe",
            FromOn = today.AddDays(-4),
            Findings = "18 konteineri nav iztukšoti divas reizes pēc kārtas. Pie Upes ielas 8 un 12 atkritumi sakrauti blakus konteineriem.",
            List = [new("Pilni konteineri 1,1 m³", "18 gab.", "Upes iela 2–16"), new("Maisi blakus konteineriem", "23 gab.", "Upes iela 8 un 12")],
            Conclusion = "Pakalpojums divas reizes nav sniegts; izpildītājam sagatavojama pretenzija.",
            Holders = "Labiekārtošanas un komunālā nodaļa\nUpes ielas namu biedrība",
            Attachments = [new("fotoattēls", 1)],
        }, now, cancellationToken);
        await AddAsync(3, DocumentKind.Order, DemoPeople.Utilities, "ietvju kaisīšanu ziemā", new OrderBody
        {
            Basis = "Pamatojoties uz Lejasupes novada saistošajiem noteikumiem par teritorijas kopšanu un Labiekārtošanas komisijas lēmumu:",
            Body = "Noteikt dežūras ietvju kaisīšanai no 1. decembra līdz 31. martam.\nKaisīšanu pabeigt līdz plkst. 7.00:\n- pie skolām un bērnudārziem\n- autobusu pieturās\nReizi nedēļā ziņot par kaisāmā materiāla krājumiem.",
            Lead = "Oskars Krūms, ielu uzturēšanas meistars",
            Executors = "Dace Liepa, labiekārtošanas speciāliste\nJuris Strauts, noliktavas pārzinis",
            DueOn = today.AddDays(11),
            IsControlled = true,
            Controller = "nodaļas vadītājs",
        }, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(int number, DocumentKind kind, string unitName, string subject, DocumentBody content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new Guid(number, 0x1190, 0x4d4f, 0x80, 0x4d, 0x45, 0x45, 0x54, 0x53, 0, 0);
        if (await db.Set<Document>().AnyAsync(d => d.Id == id, cancellationToken)
            || await db.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Name == unitName, cancellationToken) is not { HeadId: { } headId } unit)
            return;
        var head = await db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Id == headId, cancellationToken);
        var draft = Document.Begin(
            id, kind, new DocumentHead { Subject = subject, UnitId = unit.Id, SignatoryId = headId, SignatoryName = head.FullName, SignatoryPost = head.Position }, DocumentKinds.Write(content), null, null,
            new Actor(headId, head.FullName), now.AddDays(-number));
        db.Set<Document>().Add(draft);
        db.Set<DocumentWord>().AddRange(DocumentWord.Of(draft));
    }
}
