using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Consents;

/// <summary>What the page behind a link of a letter shows. The address stands in the letter's own reader's mail, so it is masked here.</summary>
/// <param name="Purpose">Name of the purpose.</param>
/// <param name="Text">What one agrees to.</param>
/// <param name="Email">Address, masked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Others">Other consents of the same address that hold.</param>
/// <param name="IsTooLate">The link no longer confirms.</param>
public sealed record ConsentCard(string Purpose, string Text, string Email, ConsentState State, int Others, bool IsTooLate);

/// <summary>Confirms and withdraws by the links in letters: their keys are all that is asked for.</summary>
public sealed class AnswerConsentHandler(IServiceDeskDb db, ConsentLetters letters, ProtectionEditor editor, LocalTime local, TimeProvider time)
{
    private const int ShortestKey = 32;

    /// <summary>What a confirming link is about; null for an unknown one.</summary>
    public async Task<ConsentCard?> ShowConfirmAsync(string key, string language, CancellationToken cancellationToken) =>
        key.Length < ShortestKey ? null : await CardAsync(db.Set<Consent>().Where(c => c.ConfirmKey == key), language, cancellationToken);

    /// <summary>What a withdrawing link is about; null for an unknown one.</summary>
    public async Task<ConsentCard?> ShowWithdrawAsync(string key, string language, CancellationToken cancellationToken) =>
        key.Length < ShortestKey ? null : await CardAsync(db.Set<Consent>().Where(c => c.WithdrawKey == key), language, cancellationToken);

    /// <summary>Whoever reads the address says yes. False for an unknown link; refused too late.</summary>
    public async Task<bool> ConfirmAsync(string key, CancellationToken cancellationToken)
    {
        var consent = key.Length < ShortestKey ? null : await db.Set<Consent>().SingleOrDefaultAsync(c => c.ConfirmKey == key, cancellationToken);
        if (consent is null)
            return false;
        var now = time.GetUtcNow();
        var before = consent.State;
        consent.Confirm(now);
        if (before == ConsentState.Requested)
            letters.Welcome(consent, await db.Set<ConsentPurpose>().AsNoTracking().SingleAsync(p => p.Id == consent.PurposeId, cancellationToken), now);
        await editor.SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>Withdraws, this one or all of the same address. False for an unknown link; twice is once.</summary>
    public async Task<bool> WithdrawAsync(string key, WithdrawalWay way, bool all, CancellationToken cancellationToken)
    {
        var consent = key.Length < ShortestKey ? null : await db.Set<Consent>().SingleOrDefaultAsync(c => c.WithdrawKey == key, cancellationToken);
        if (consent is null)
            return false;
        List<Consent> going = [consent];
        if (all && consent.Email.Length > 0)
            going.AddRange(await Living(consent.Email).Where(c => c.Id != consent.Id).ToListAsync(cancellationToken));
        await WithdrawAsync(going, way, cancellationToken);
        return true;
    }

    /// <summary>An employee withdraws for a client who asks by phone or in person; the number withdrawn. Refused when the address has none.</summary>
    public async Task<int> WithdrawForAsync(string? email, Guid? purposeId, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageConsents);
        var going = await Living(email?.Trim().ToLowerInvariant() ?? "").Where(c => purposeId == null || c.PurposeId == purposeId).ToListAsync(cancellationToken);
        if (going.Count == 0)
            throw new Refusal("Protection.Refusal.NoConsent");
        await WithdrawAsync(going, WithdrawalWay.Desk, cancellationToken);
        return going.Count;
    }

    private IQueryable<Consent> Living(string email) => db.Set<Consent>().Where(c => c.Email == email && c.Email != "" && (c.State == ConsentState.Active || c.State == ConsentState.Requested));

    /// <summary>What waits in the outbox for them does not leave any more.</summary>
    private async Task WithdrawAsync(List<Consent> going, WithdrawalWay way, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var consent in going)
            consent.Withdraw(way, local.DateOf(now), now);
        var ids = going.Select(c => c.Id).ToList();
        foreach (var letter in await db.Set<OutgoingMessage>().Where(o => o.ConsentId != null && ids.Contains(o.ConsentId.Value) && o.State == OutgoingState.Queued).ToListAsync(cancellationToken))
            letter.Cancel();
        await editor.SaveAsync(cancellationToken);
    }

    private async Task<ConsentCard?> CardAsync(IQueryable<Consent> which, string language, CancellationToken cancellationToken)
    {
        if (await which.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } consent)
            return null;
        var purpose = await db.Set<ConsentPurpose>().AsNoTracking().Include(p => p.Texts).SingleAsync(p => p.Id == consent.PurposeId, cancellationToken);
        var others = await Living(consent.Email).CountAsync(c => c.Id != consent.Id && c.State == ConsentState.Active, cancellationToken);
        return new ConsentCard(
            ConsentLetters.NameOf(purpose, language), ConsentLetters.TextOf(purpose.Texts.Single(t => t.Id == consent.TextId), language), Masked(consent.Email), consent.State, others,
            consent.State == ConsentState.Requested && time.GetUtcNow() > consent.ConfirmBefore);
    }

    private static string Masked(string email) => email.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? $"{email[0]}…{email[at..]}" : "";
}
