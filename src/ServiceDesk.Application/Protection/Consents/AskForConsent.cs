using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Consents;

/// <summary>Somebody would like letters to an address. Nothing is sent but the question, until the address itself says yes.</summary>
/// <param name="Email">E-mail address.</param>
/// <param name="Purposes">What for.</param>
/// <param name="Language">Language of the page: lv, en or ru.</param>
/// <param name="Channel">How it came in.</param>
public sealed record AskForConsent(string? Email, IReadOnlyCollection<Guid> Purposes, string Language, ConsentChannel Channel = ConsentChannel.PublicPage);

/// <summary>A purpose as the public page offers it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name in the reader's language.</param>
/// <param name="Text">What one agrees to.</param>
public sealed record OfferedPurpose(Guid Id, ConsentKind Kind, string Name, string Text);

/// <summary>
/// The first half of the double opt-in. What is answered never tells whether an address was known: the letter does, and only its reader
/// sees it. One address gets the question for a purpose at most once in <see cref="Pause"/>.
/// </summary>
public sealed class AskForConsentHandler(IServiceDeskDb db, ConsentLetters letters, ICurrentUser user, TimeProvider time)
{
    /// <summary>Pause between two letters with the same question to one address.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private const int LongestEmail = 254;

    /// <summary>What is offered now, in a language.</summary>
    public async Task<IReadOnlyList<OfferedPurpose>> OfferedAsync(string language, CancellationToken cancellationToken)
    {
        var all = await db.Set<ConsentPurpose>().AsNoTracking().Include(p => p.Texts).Where(p => p.IsOffered).ToListAsync(cancellationToken);
        return [.. all.OrderBy(p => p.Kind).ThenBy(p => p.NameLv, StringComparer.CurrentCulture)
            .Select(p => new OfferedPurpose(p.Id, p.Kind, ConsentLetters.NameOf(p, language), ConsentLetters.TextOf(p.Texts.MaxBy(t => t.Number)!, language)))];
    }

    /// <summary>Writes the request down and the question to the address. Refused without an address that works and without a purpose on offer.</summary>
    public async Task HandleAsync(AskForConsent command, CancellationToken cancellationToken)
    {
        if (command.Channel == ConsentChannel.Desk && !user.May(Permission.ManageConsents))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var email = command.Email?.Trim().ToLowerInvariant() ?? "";
        if (email.Length is 0 or > LongestEmail || !Contact.LooksLikeEmail(email))
            throw new Refusal("Cases.Refusal.EmailUnusable");
        var purposes = await db.Set<ConsentPurpose>().AsNoTracking().Include(p => p.Texts).Where(p => p.IsOffered && command.Purposes.Contains(p.Id)).ToListAsync(cancellationToken);
        if (purposes.Count == 0)
            throw new Refusal("Protection.Refusal.NoPurpose");
        foreach (var purpose in purposes)
        {
            try
            {
                await AskAsync(email, purpose, command, cancellationToken);
            }
            catch (DbUpdateException)
            {
                // The same address was asked at the same moment: its letter is on the way.
                db.Forget();
            }
        }
    }

    private async Task AskAsync(string email, ConsentPurpose purpose, AskForConsent command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var text = purpose.Texts.MaxBy(t => t.Number)!;
        var consent = await db.Set<Consent>()
            .SingleOrDefaultAsync(c => c.PurposeId == purpose.Id && c.Email == email && (c.State == ConsentState.Requested || c.State == ConsentState.Active), cancellationToken);
        if (consent is null)
        {
            consent = new Consent(purpose.Id, text.Id, email, command.Language, command.Channel, NewKey(), NewKey(), now);
            db.Set<Consent>().Add(consent);
        }
        else if (consent.LetterAt is { } last && now - last < Pause)
        {
            return;
        }

        if (consent.State == ConsentState.Active)
        {
            letters.Welcome(consent, purpose, now);
            consent.LetterWritten(now);
        }
        else
        {
            consent.AskAgain(text.Id, command.Language, now);
            letters.AskToConfirm(consent, purpose, text, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(40, lowercase: true);
}
