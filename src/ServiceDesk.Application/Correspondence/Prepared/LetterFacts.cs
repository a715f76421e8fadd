using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>The values of the variables in prepared texts.</summary>
public sealed class LetterFacts(
    IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time, IOptions<ServiceDeskOptions> site, IOptions<MunicipalityOptions> municipality)
{
    /// <summary>Values for a case, in its language; null when the person may not read it. The client's name only for who may know it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="wanted">Another language, as a document may have.</param>
    public async Task<(string Language, Dictionary<string, string?> Values)?> OfAsync(Guid caseId, CancellationToken cancellationToken, string? wanted = null)
    {
        var found = await db.Set<Case>().AsNoTracking().ReadableBy(user).Where(c => c.Id == caseId).Select(c => new
        {
            Case = c,
            Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).FirstOrDefault(),
            Unit = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).First(),
            Me = db.Set<Employee>().Where(e => e.Id == user.EmployeeId).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var item = found.Case;
        var language = wanted ?? item.Language;
        var dates = Dates.In(language, local);
        var knows = user.MayKnowClient(item.Contact.UnitMayKnow, item.Audience == Audience.Internal);
        var values = Common(language);
        values["case.number"] = item.Number;
        values["case.subject"] = item.Subject;
        values["case.received"] = dates.InWords(item.ReceivedOn);
        values["case.received.on"] = dates.OnInWords(item.ReceivedOn);
        values["case.topic"] = language switch { "en" => found.Topic?.NameEn, "ru" => found.Topic?.NameRu, _ => found.Topic?.NameLv };
        values["client.name"] = knows ? item.Contact.Name : null;
        values["client.dative"] = knows ? Addressed(item.Contact.Name, language) : null;
        values["client.address"] = knows ? item.Contact.Address : null;
        values["due.date"] = item.NextDueOn is { } due ? dates.DeadlineInWords(due) : null;
        values["unit.name"] = found.Unit.Name;
        values["unit.phone"] = found.Unit.Phone;
        values["unit.email"] = found.Unit.Email;
        values["employee.name"] = user.Name;
        values["employee.phone"] = found.Me?.Phone ?? found.Unit.Phone;
        return (language, values);
    }

    /// <summary>Made-up values, for the preview of a prepared text.</summary>
    public Dictionary<string, string?> Sample(string language)
    {
        var dates = Dates.In(language, local);
        var today = local.DateOf(time.GetUtcNow());
        var t = Texts.In(language);
        var values = Common(language);
        values["case.number"] = $"4.1-5/{today:yy}/1482";
        values["case.subject"] = t["Correspondence.Sample.Subject"];
        values["case.received"] = dates.InWords(today.AddDays(-2));
        values["case.topic"] = t["Correspondence.Sample.Topic"];
        values["case.received.on"] = dates.OnInWords(today.AddDays(-2));
        values["client.name"] = "Ilze Kalniņa";
        values["client.dative"] = Addressed("Ilze Kalniņa", language);
        values["client.address"] = "Upes iela 4–18, Lejasupe, LV-3999";
        values["due.date"] = dates.DeadlineInWords(today.AddDays(6));
        values["unit.name"] = "Labiekārtošanas un komunālā nodaļa";
        values["unit.phone"] = "64100130";
        values["unit.email"] = "labiekartosana@lejasupe.example";
        values["employee.name"] = "Līga Zariņa";
        values["signatory.name"] = "Valdis Ziemelis";
        values["signatory.post"] = t["Correspondence.Sample.Post"];
        values["document.subject"] = t["Correspondence.Sample.Subject"];
        values["employee.phone"] = "64100133";
        return values;
    }

    /// <summary>How a letter names whom it is for: in Latvian in the dative.</summary>
    public static string? Addressed(string? name, string language) => language == "lv" && name is { Length: > 0 } ? LatvianNames.Dative(name) : name;

    /// <summary>What holds for every letter and document in a language.</summary>
    public Dictionary<string, string?> Common(string language)
    {
        var (t, dates) = (Texts.In(language), Dates.In(language, local));
        var hours = OpeningTimes.Parse(municipality.Value.Hours)
            .Select(line => $"{string.Join(", ", line.Days.Select(day => t[$"Shared.Weekday.{day}"]))} {dates.TimeDotted(line.From)}–{dates.TimeDotted(line.To)}");
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["today"] = dates.InWords(local.DateOf(time.GetUtcNow())),
            ["today.on"] = dates.OnInWords(local.DateOf(time.GetUtcNow())),
            ["tracking.address"] = $"{site.Value.PublicAddress}/track",
            ["municipality.name"] = municipality.Value.FullName,
            ["municipality.phone"] = municipality.Value.Phone,
            ["municipality.number"] = municipality.Value.RegistrationNumber,
            ["municipality.address"] = municipality.Value.Address,
            ["municipality.hours"] = string.Join("; ", hours),
        };
    }
}
