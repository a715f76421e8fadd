using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>Invitations of a wave as numbers, and what did not arrive. Who has answered is told to nobody.</summary>
/// <param name="Waiting">Addresses without a letter.</param>
/// <param name="Sent">Letters out, the link not used.</param>
/// <param name="Used">Links used.</param>
/// <param name="Bounced">Addresses whose letter did not arrive.</param>
/// <param name="Remindable">Addresses a reminder may go to now.</param>
public sealed record InvitationNumbers(int Waiting, int Sent, int Used, IReadOnlyList<string> Bounced, int Remindable)
{
    /// <summary>Invited and delivered, as far as is known.</summary>
    public int Delivered => Sent + Used;

    /// <summary>Share of the delivered that answered, 0 to 1; null before any was delivered.</summary>
    public double? Rate => Delivered == 0 ? null : (double)Used / Delivered;
}

/// <summary>What became of a list of addresses.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Known">There already.</param>
/// <param name="Wrong">Lines that are no address.</param>
public sealed record AddressesAdded(int Added, int Known, IReadOnlyList<string> Wrong);

/// <summary>Personal links by e-mail: adds addresses, writes letters and reminders.</summary>
public sealed class InviteToSurveyHandler(
    IServiceDeskDb db, ICurrentUser user, IOptions<ServiceDeskOptions> site, IOptions<CorrespondenceOptions> mail, TimeProvider time, LocalTime local)
{
    /// <summary>Days before a reminder.</summary>
    public const int PauseDays = 5;

    /// <summary>Most letters to one address: the invitation and two reminders.</summary>
    public const int MostLetters = 3;

    /// <summary>Most addresses at a time.</summary>
    public const int MostAddresses = 5000;

    private const int LongestEmail = 254;

    private DateOnly Today => local.DateOf(time.GetUtcNow());

    /// <summary>Numbers of a wave.</summary>
    public async Task<InvitationNumbers> ShowAsync(Guid waveId, CancellationToken cancellationToken)
    {
        var counts = await db.Set<SurveyInvitation>().Where(i => i.WaveId == waveId).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var failed = await db.Set<SurveyInvitation>()
            .Where(i => i.WaveId == waveId && (i.State == InvitationState.Bounced || (i.State == InvitationState.Sent && db.Set<OutgoingMessage>().Any(o => o.Id == i.LetterId && o.State == OutgoingState.Failed))))
            .OrderBy(i => i.Email).Select(i => new { i.Email, i.State }).ToListAsync(cancellationToken);
        var late = failed.Count(f => f.State == InvitationState.Sent);
        return new(counts.GetValueOrDefault(InvitationState.Waiting), counts.GetValueOrDefault(InvitationState.Sent) - late, counts.GetValueOrDefault(InvitationState.Used),
            [.. failed.Select(f => f.Email)], await Due(waveId).CountAsync(cancellationToken));
    }

    /// <summary>Adds addresses, one a line. Refused where the wave takes no personal links, is over, or the list is too long.</summary>
    public async Task<AddressesAdded> AddAsync(Guid waveId, string? lines, string language, CancellationToken cancellationToken)
    {
        await DemandAsync(waveId, cancellationToken);
        var all = (lines ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (all.Length > MostAddresses)
            throw new Refusal("Surveys.Refusal.TooManyAddresses", MostAddresses);
        var wrong = all.Where(a => a.Length > LongestEmail || !Contact.LooksLikeEmail(a)).ToList();
        var addresses = all.Except(wrong).Select(a => a.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Set<SurveyInvitation>().Where(i => i.WaveId == waveId && addresses.Contains(i.Email)).Select(i => i.Email).ToListAsync(cancellationToken);
        var added = addresses.Except(known, StringComparer.Ordinal).ToList();
        db.Set<SurveyInvitation>().AddRange(added.Select(a => new SurveyInvitation(waveId, a, Texts.Languages.Contains(language) ? language : Texts.Languages[0])));
        await db.SaveChangesAsync(cancellationToken);
        return new AddressesAdded(added.Count, known.Count, wrong);
    }

    /// <summary>Writes to all who have no letter yet; gives how many. Refused before the first day: the link would not work.</summary>
    public Task<int> SendAsync(Guid waveId, CancellationToken cancellationToken) =>
        WriteAsync(waveId, i => i.Where(x => x.State == InvitationState.Waiting), "Surveys.Letter.Subject", "Surveys.Letter.Body", cancellationToken);

    /// <summary>Reminds those whose link is not used and whose last letter is some days old; gives how many.</summary>
    public Task<int> RemindAsync(Guid waveId, CancellationToken cancellationToken) =>
        WriteAsync(waveId, _ => Due(waveId), "Surveys.Letter.ReminderSubject", "Surveys.Letter.Reminder", cancellationToken);

    private IQueryable<SurveyInvitation> Due(Guid waveId)
    {
        var before = Today.AddDays(-PauseDays);
        return db.Set<SurveyInvitation>().Where(i => i.WaveId == waveId && i.State == InvitationState.Sent && i.Letters < MostLetters && i.LetterOn <= before
            && !db.Set<OutgoingMessage>().Any(o => o.Id == i.LetterId && o.State == OutgoingState.Failed));
    }

    private async Task<int> WriteAsync(Guid waveId, Func<IQueryable<SurveyInvitation>, IQueryable<SurveyInvitation>> which, string subject, string body, CancellationToken cancellationToken)
    {
        var wave = await DemandAsync(waveId, cancellationToken);
        var (now, today) = (time.GetUtcNow(), Today);
        if (wave.WhyNot(SurveyMode.Personal, today) is { } refusal)
            throw wave.State == WaveState.Draft ? new Refusal("Surveys.Refusal.NotOpen") : refusal;
        var invitations = await which(db.Set<SurveyInvitation>().Where(i => i.WaveId == waveId)).ToListAsync(cancellationToken);
        foreach (var invitation in invitations)
        {
            var t = Texts.In(invitation.Language);
            var title = wave.Title.In(invitation.Language);
            var link = $"{site.Value.PublicAddress.TrimEnd('/')}/surveys/{wave.Key}/{invitation.Write(today)}";
            var letter = new OutgoingMessage(null, null, invitation.Email, t[subject, title], t[body, title, link, wave.ClosesOn, mail.Value.FromName] + "\n", now, now).AsSecret();
            invitation.Posted(letter.Id);
            db.Set<OutgoingMessage>().Add(letter);
        }

        await db.SaveChangesAsync(cancellationToken);
        return invitations.Count;
    }

    private async Task<SurveyWave> DemandAsync(Guid waveId, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageSurveys))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var wave = await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == waveId, cancellationToken) ?? throw new Refusal("Surveys.Refusal.Unknown");
        if (wave.State is not (WaveState.Draft or WaveState.Open))
            throw new Refusal("Surveys.Refusal.NotOpen");
        return wave.Modes.Contains(SurveyMode.Personal) ? wave : throw new Refusal("Surveys.Refusal.NoPersonalLinks");
    }
}
