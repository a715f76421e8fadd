using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Breaches;

/// <summary>Letters to the data-protection officer: number, hours and a link, nothing of what happened.</summary>
public sealed class BreachLetters(IServiceDeskDb db, IOptions<ServiceDeskOptions> site, LocalTime local)
{
    /// <summary>A breach was reported. Adds rows; whoever calls saves.</summary>
    public void Reported(DataBreach item, IReadOnlyList<(Guid Id, string Email)> people, DateTimeOffset now)
    {
        var t = Texts.In("lv");
        Write(people, t["Protection.Letter.ReportedSubject", item.Number], t["Protection.Letter.Reported", item.Number, Until(item), Link(item.Id)], now);
    }

    /// <summary>The hours are running out, or are over.</summary>
    public void Reminder(DataBreach item, IReadOnlyList<(Guid Id, string Email)> people, DateTimeOffset now)
    {
        var t = Texts.In("lv");
        var hours = item.HoursLeft(now);
        if (hours < 0)
            Write(people, t["Protection.Letter.LateSubject", item.Number], t["Protection.Letter.Late", item.Number, Until(item), Link(item.Id)], now);
        else
            Write(people, t["Protection.Letter.DueSubject", item.Number], t["Protection.Letter.Due", item.Number, Until(item), Link(item.Id), hours], now);
    }

    private string Until(DataBreach item) => Dates.In("lv", local).StampWithYear(item.DueAt);

    private string Link(Guid id) => $"{site.Value.PublicAddress.TrimEnd('/')}/desk/protection/breaches/{id}";

    private void Write(IReadOnlyList<(Guid Id, string Email)> people, string subject, string body, DateTimeOffset now) =>
        db.Set<OutgoingMessage>().AddRange(people.Select(p => new OutgoingMessage(null, null, p.Email, subject, body + "\n", now, now)));
}
