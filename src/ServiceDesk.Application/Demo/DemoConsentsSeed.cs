using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>What people of the demonstration municipality consented to, and what it added to the record of processing. Addresses are invented.</summary>
public sealed class DemoConsentsSeed(IServiceDeskDb db, LocalTime local, TimeProvider time) : IDemoSeed
{
    /// <inheritdoc/>
    public int Order => 1161;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ConsentPurpose>().AnyAsync(cancellationToken))
            return;
        var now = time.GetUtcNow();
        var toms = await db.Set<Employee>().AsNoTracking().FirstOrDefaultAsync(e => e.Name == "Toms", cancellationToken) is { } found ? new Actor(found.Id, found.FullName) : Actor.System;
        var news = new ConsentPurpose(
            ConsentKind.Newsletter, "Novada ziņas", "News of the municipality", "Новости края",
            "Reizi mēnesī uz e-pastu sūtīsim novada jaunumus un pasākumus.", "Once a month we send news and events of the municipality by e-mail.", "Раз в месяц будем присылать новости и мероприятия края по эл. почте.", toms, now.AddDays(-200));
        news.Write(
            "Reizi mēnesī uz e-pastu sūtīsim novada jaunumus, pasākumus un satiksmes ierobežojumus.", "Once a month we send news, events and traffic restrictions by e-mail.", "Раз в месяц будем присылать новости, мероприятия и ограничения движения по эл. почте.", toms, now.AddDays(-40));
        var prices = new ConsentPurpose(
            ConsentKind.PriceAlerts, "Maksas pakalpojumu cenas", "Prices of paid services", "Цены платных услуг",
            "Rakstīsim, pirms mainās pašvaldības maksas pakalpojumu cenas.", "We write before prices of the municipality's paid services change.", "Напишем до изменения цен на платные услуги самоуправления.", toms, now.AddDays(-120));
        var draw = new ConsentPurpose(
            ConsentKind.PrizeDraw, "Aptaujas izloze 2026", "Survey prize draw 2026", "Розыгрыш опроса 2026",
            "Adresi lietosim tikai, lai izlozētu grāmatu starp aptaujas dalībniekiem; atbildēm to nepievieno.", "The address is used only to draw a book among those who took part; it is not joined to answers.", "Адрес используем только для розыгрыша книги среди участников опроса; к ответам его не присоединяем.", toms, now.AddDays(-60));
        draw.Offer(false);
        db.Set<ConsentPurpose>().AddRange(news, prices, draw);
        var number = 0;
        foreach (var purpose in new[] { news, news, news, news, news, news, news, prices, prices, prices, draw, draw })
            db.Set<Consent>().Add(Given(purpose, ++number, now));
        if (!await db.Set<ProcessingEntry>().AnyAsync(cancellationToken))
        {
            var entry = new ProcessingEntry("Submissions");
            entry.Set("SIA „Lejasupes datu centrs”, līgums 3-14/26 (serveri un rezerves kopijas)", null, null, "Rezerves kopijas šifrē, glabā 30 dienas", "Ietekme uz datu aizsardzību izvērtēta 12.02.2026.");
            db.Set<ProcessingEntry>().Add(entry);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private Consent Given(ConsentPurpose purpose, int number, DateTimeOffset now)
    {
        var asked = now.AddDays(-3 * number);
        var text = purpose.Texts.Where(x => x.WrittenAt <= asked).MaxBy(x => x.Number) ?? purpose.Texts[0];
        var consent = new Consent(purpose.Id, text.Id, $"lasitajs{number}@pasts.example", number % 5 == 0 ? "en" : "lv", number % 6 == 0 ? ConsentChannel.Desk : ConsentChannel.PublicPage, RandomNumberGenerator.GetHexString(40, lowercase: true), RandomNumberGenerator.GetHexString(40, lowercase: true), asked);
        if (number == 1)
            return consent;
        consent.Confirm(asked.AddMinutes(12));
        if (number % 4 == 0)
            consent.Withdraw(WithdrawalWay.Link, local.DateOf(asked.AddDays(2)), asked.AddDays(2));
        return consent;
    }
}
