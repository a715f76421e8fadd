using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Claims;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Drafts of contracts, a claim on a carrier and a decision on a consumer's claim, as an ordinary autumn has them. Firms and numbers are invented.</summary>
public sealed class DemoContractsSeed(IServiceDeskDb db, ClaimsFollow claims, LocalTime local, TimeProvider time) : IDemoSeed
{
    private static readonly ContractParty Carrier = new()
    {
        Name = "SIA „Tīrā vide”",
        Number = "40000000002",
        Address = "Ražotāju iela 7, Lejasupe, LV-3999",
        Contacts = "birojs@tiravide.example\ntālrunis 6000 0090",
        Post = "valdes loceklis",
        Representative = "Juris Strauts",
        Authority = "statūtu",
        Role = "Izpildītājs",
    };

    /// <inheritdoc/>
    public int Order => 1180;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        var t = Texts.In("lv");
        await AddAsync(1, DocumentKind.Contract, DemoPeople.Utilities, "sadzīves atkritumu izvešanu Lejasupē", new ContractBody
        {
            Type = ContractType.Service,
            HouseAuthority = t["Documents.Contract.HouseAuthorityUsual"],
            HouseRole = t["Documents.Contract.House"],
            Party = Carrier,
            Matter = "Izpildītājs izved sadzīves atkritumus no Pasūtītāja iestāžu 18 konteineriem Upes ielā 2–16 un Parka ielā 1–12.\nKonteinerus iztukšo katru ceturtdienu; svētku dienā – iepriekšējā darba dienā.",
            Price = 14_400,
            VatRate = 21,
            Payments = [new("Par 1. pusgadu, 15 dienu laikā pēc akta parakstīšanas", 8712), new("Par 2. pusgadu, 15 dienu laikā pēc akta parakstīšanas", 8712)],
            StartsOn = new DateOnly(today.Year + 1, 1, 1),
            EndsOn = new DateOnly(today.Year + 1, 12, 31),
            Extension = "Pusēm rakstiski vienojoties, līgumu var pagarināt vienu reizi, ne ilgāk kā par 12 mēnešiem.",
            Clauses = t["Documents.Contract.UsualClauses"],
            PenaltyRate = 0.1m,
            PenaltyCap = 10,
            InterestRate = 0.05m,
            AnswerDays = 5,
            Annexes = [new("Izvešanas grafiks", 2)],
        }, now, cancellationToken);
        await AddAsync(2, DocumentKind.Contract, DemoPeople.Property, "telpu nomu Parka ielā 3", new ContractBody
        {
            Type = ContractType.Lease,
            HouseAuthority = t["Documents.Contract.HouseAuthorityUsual"],
            HouseRole = "Iznomātājs",
            Party = new ContractParty { Name = "Biedrība „Lejasupes pūtēji”", Number = "40000000011", Address = "Parka iela 3, Lejasupe, LV-3999", Post = "valdes priekšsēdētāja", Representative = "Dace Liepa", Authority = "statūtu", Role = "Nomnieks" },
            Matter = "Iznomātājs nodod un Nomnieks pieņem lietošanā telpas 48 m² platībā Parka ielā 3, 2. stāvā, mēģinājumiem.",
            Price = 480,
            VatRate = 21,
            StartsOn = new DateOnly(today.Year + 1, 1, 1),
            EndsOn = new DateOnly(today.Year + 3, 12, 31),
            Clauses = t["Documents.Contract.UsualClauses"],
            InterestRate = 0.1m,
        }, now, cancellationToken);
        await AddAsync(3, DocumentKind.Claim, DemoPeople.Utilities, "neizvestiem sadzīves atkritumiem", new ClaimBody
        {
            RespondentName = Carrier.Name,
            RespondentNumber = Carrier.Number,
            RespondentAddress = Carrier.Address,
            RespondentEmail = "birojs@tiravide.example",
            Basis = "03.01.2024. līgums Nr. 7-1/24/4, 5.2. punkts un 9.1. punkts",
            Item = "Sadzīves atkritumu izvešana, Upes iela 2–16, Lejasupe (18 konteineri)",
            FoundOn = today.AddDays(-4),
            Found = "apsekošanas akts Nr. 12",
            Evidence = "Fotoattēls, apsekošanas akts, izvešanas grafiks",
            Body = "Saskaņā ar līguma 5.2. punktu izpildītājs atkritumus izved katru ceturtdienu. Pēdējās divās nedēļās Upes ielā tas nav izdarīts. Pasūtītājs par grafika maiņu nav brīdināts.",
            Demands = "trīs darba dienu laikā atjaunot izvešanu pēc grafika\nneiekļaut rēķinā divas nesniegtās reizes\nsamaksāt līgumsodu pēc līguma 9.1. punkta",
            Calculation = [new("Nesniegta izvešana, 18 konteineri × 2 reizes", 36, 6.40m), new("Līgumsods par izlaistu reizi", 2, 150)],
            SetOff = "Ja atbildes nebūs, prasījumu ieturēsim no nākamā rēķina, kā to paredz līguma 9.4. punkts.",
            Attachments = [new("apsekošanas akts", 1), new("fotoattēls", 1), new("izvešanas grafiks", 1)],
        }, now, cancellationToken);
        await AddAsync(4, DocumentKind.ClaimAnswer, DemoPeople.ClientService, "peldbaseina abonementu", new ClaimAnswerBody
        {
            ConsumerName = "Ilzei Kalniņai",
            ConsumerEmail = "ilze.kalnina@pasts.example",
            ReceivedOn = today.AddDays(-7),
            Item = "Peldbaseina mēneša abonements",
            Demand = "Atmaksāt 45 euro par mēnesi, kurā baseins bija slēgts",
            Findings = "Baseins remonta dēļ bija slēgts 12 dienas no 30. Par remontu abonementu īpašnieki iepriekš netika brīdināti.",
            Decision = ClaimDecision.Partly,
            Reasons = "Pārējās 18 dienas pakalpojums bija pieejams, tāpēc cenu samazinām par slēgtajām dienām.",
            Remedy = ClaimRemedy.PriceReduction,
            Amount = 18,
            DoneBy = today.AddDays(10),
        }, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(int number, DocumentKind kind, string unitName, string subject, DocumentBody content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new Guid(number, 0x1180, 0x4d4f, 0x80, 0x4c, 0x43, 0x4f, 0x4e, 0x54, 0, 0);
        if (await db.Set<Document>().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) is { } there)
        {
            await BeginLifeAsync(there, content, cancellationToken);
            return;
        }

        if (await db.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Name == unitName, cancellationToken) is not { HeadId: { } headId } unit)
            return;
        var head = await db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Id == headId, cancellationToken);
        var draft = Document.Begin(
            id, kind, new DocumentHead { Subject = subject, UnitId = unit.Id, SignatoryId = headId, SignatoryName = head.FullName, SignatoryPost = head.Position }, DocumentKinds.Write(content), null, null,
            new Actor(headId, head.FullName), now.AddDays(-number));
        db.Set<Document>().Add(draft);
        db.Set<DocumentWord>().AddRange(DocumentWord.Of(draft));
        await BeginLifeAsync(draft, content, cancellationToken);
    }

    private async Task BeginLifeAsync(Document draft, DocumentBody content, CancellationToken cancellationToken)
    {
        if (!await db.Set<ClaimCourse>().AnyAsync(c => c.Id == draft.Id, cancellationToken))
            await claims.FollowAsync(draft, cancellationToken);
        if (content is not ContractBody { StartsOn: { } starts } contract || await db.Set<Contract>().AnyAsync(c => c.Id == draft.Id, cancellationToken))
            return;
        var life = Contract.Of(draft);
        life.Follow(contract);
        life.Owe("Parakstīt līgumu ar otru pusi", draft.AuthorId, starts.AddDays(-14));
        life.Owe("Pārbaudīt, vai pirmais maksājums veikts", draft.AuthorId, starts.AddMonths(1));
        db.Set<Contract>().Add(life);
    }
}
