using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>A case of the person before erasure.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="ReceivedOn">Local day of receipt.</param>
/// <param name="Messages">Letters and notes whose text goes.</param>
/// <param name="Files">Files that go.</param>
/// <param name="Block">Why it stays; null when it goes.</param>
/// <param name="IsErased">It was anonymised before.</param>
public sealed record ErasureCase(Guid Id, string Number, DateOnly ReceivedOn, int Messages, int Files, ErasureBlock? Block, bool IsErased);

/// <summary>What erasure would do now.</summary>
/// <param name="Request">Key of the request.</param>
/// <param name="RequestNumber">Its number.</param>
/// <param name="Version">Its version.</param>
/// <param name="CardNumber">What the card is called by.</param>
/// <param name="CardName">Name on the card.</param>
/// <param name="CardState">State of the card.</param>
/// <param name="IsRestricted">Processing is restricted, so nothing may be erased.</param>
/// <param name="IsIdentityKnown">It was checked who asks.</param>
/// <param name="IsOpen">The request is still open.</param>
/// <param name="Cases">The person's cases.</param>
public sealed record ErasurePlan(
    Guid Request, string RequestNumber, int Version, string CardNumber, string CardName, ClientState CardState, bool IsRestricted, bool IsIdentityKnown, bool IsOpen, IReadOnlyList<ErasureCase> Cases)
{
    /// <summary>Cases whose term is over and that still hold something.</summary>
    public IReadOnlyList<ErasureCase> Going => [.. Cases.Where(c => c.Block is null && !c.IsErased)];

    /// <summary>Cases that stay for now.</summary>
    public IReadOnlyList<ErasureCase> Staying => [.. Cases.Where(c => c.Block is not null)];

    /// <summary>The card goes only when no case needs it any more.</summary>
    public bool CardGoes => Staying.Count == 0 && CardState == ClientState.Active;

    /// <summary>Whether there is anything to erase and nothing in the way.</summary>
    public bool IsPossible => IsOpen && IsIdentityKnown && !IsRestricted && (Going.Count > 0 || CardGoes);

    /// <summary>What the page has shown, so that nothing else is erased than was read.</summary>
    public string Fingerprint => string.Join(',', Going.Select(c => c.Number)) + (CardGoes ? "+" : "-");
}

/// <summary>
/// Says what would be erased, what stays and until when, and erases: the card when no case needs it, the content of cases whose term is
/// over. A case keeps its number, days, unit and category, so every report gives the same numbers afterwards. Cannot be undone.
/// </summary>
public sealed class ErasePersonHandler(IServiceDeskDb db, IPersonStore store, PersonScopes scopes, ErasureTerms terms, IFileStore files, ICurrentUser user, TimeProvider time)
{
    /// <summary>The plan; null without such a request or a card.</summary>
    public async Task<ErasurePlan?> PreviewAsync(Guid requestId, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var request = await db.Set<PersonRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, cancellationToken);
        if (request?.ClientId is not { } chosen)
            return null;
        var clientId = await scopes.SurvivorAsync(chosen, cancellationToken);
        var card = await db.Set<Client>().AsNoTracking().Where(c => c.Id == clientId).Select(c => new { c.Name, c.State, c.RestrictedAt }).SingleAsync(cancellationToken);
        var scope = await scopes.OfAsync(clientId, cancellationToken);
        var blocks = await terms.BlocksAsync(scope.Cases, cancellationToken);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => scope.Cases.Contains(c.Id)).OrderBy(c => c.ReceivedAt)
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.ReceivedOn,
                Messages = c.Messages.Count,
                Files = db.Set<Attachment>().Count(a => a.CaseId == c.Id),
                IsErased = c.History.Any(e => e.Kind == CaseEventKind.Anonymised),
            }).ToListAsync(cancellationToken);
        return new ErasurePlan(request.Id, request.Number, request.Version, Client.NumberOf(clientId), card.Name, card.State, card.RestrictedAt is not null, request.Identity is not null, request.IsOpen,
            [.. cases.Select(c => new ErasureCase(c.Id, c.Number, c.ReceivedOn, c.Messages, c.Files, blocks.GetValueOrDefault(c.Id), c.IsErased))]);
    }

    /// <summary>Erases what the plan shows. Refused when the plan has become another meanwhile.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="seen">Fingerprint of the plan that was read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ErasurePlan> EraseAsync(Guid requestId, string? seen, CancellationToken cancellationToken)
    {
        var (plan, unused) = await db.InTransactionAsync(async token =>
        {
            var now = await PreviewAsync(requestId, token) ?? throw new Refusal("Protection.Refusal.NoCard");
            RefuseIfImpossible(now, seen);
            var request = await db.Set<PersonRequest>().Include(r => r.Steps).SingleAsync(r => r.Id == requestId, token);
            var cards = now.CardGoes ? (await scopes.OfAsync(request.ClientId!.Value, token)).Cards : [];
            var going = now.Going.Select(c => c.Id).ToList();
            request.Did(PersonRequestStepKind.Erased, Texts.In("lv")["Protection.Erase.Step", going.Count, now.CardGoes ? now.CardNumber : "–"], user.AsActor(), time.GetUtcNow());
            await db.SaveChangesAsync(token);
            var hashes = await store.EraseAsync(new PersonScope(cards, going), Texts.In("lv")["Protection.Erase.Word"], token);
            await MarkAsync(cards, going, token);
            return (now, hashes);
        }, cancellationToken);
        foreach (var hash in unused)
            files.Remove(hash, TimeSpan.Zero);
        return plan;
    }

    private static void RefuseIfImpossible(ErasurePlan plan, string? seen)
    {
        if (!plan.IsOpen)
            throw new Refusal("Protection.Refusal.RequestDone", plan.RequestNumber);
        if (!plan.IsIdentityKnown)
            throw new Refusal("Protection.Refusal.IdentityUnchecked");
        if (plan.IsRestricted)
            throw new Refusal("Protection.Refusal.RestrictedStays");
        if (plan.Going.Count == 0 && !plan.CardGoes)
            throw new Refusal("Protection.Refusal.NothingToErase");
        if (seen != plan.Fingerprint)
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
    }

    /// <summary>The history says that it was done and by whom, of the case and of the card.</summary>
    private async Task MarkAsync(IReadOnlyList<Guid> cards, IReadOnlyList<Guid> cases, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        foreach (var item in await db.Set<Case>().Where(c => cases.Contains(c.Id)).ToListAsync(cancellationToken))
            item.Record(CaseEventKind.Anonymised, user.AsActor(), at, null);
        foreach (var card in await db.Set<Client>().Where(c => cards.Contains(c.Id) && c.State != ClientState.Erased).ToListAsync(cancellationToken))
            card.MarkErased(user.AsActor(), at);
        await db.SaveChangesAsync(cancellationToken);
    }
}
