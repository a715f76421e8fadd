using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>A fact of the card that can be put right.</summary>
/// <param name="Field">Which fact.</param>
/// <param name="RowId">Which contact point or address; null for single facts and for what is missing.</param>
/// <param name="Value">What stands there now; null when nothing does. A personal code is masked.</param>
public sealed record CardFact(ClientField Field, Guid? RowId, string? Value)
{
    /// <summary>The fact in a form.</summary>
    public string Key => RowId is { } id ? $"{Field}/{id:N}" : $"{Field}";
}

/// <summary>The form: what stands on the card and what has been put right already.</summary>
/// <param name="Request">The request.</param>
/// <param name="CardId">The card.</param>
/// <param name="CardNumber">What it is called by.</param>
/// <param name="CardVersion">Its version.</param>
/// <param name="Facts">What can be put right: first what stands there, then what is missing.</param>
public sealed record RectifyForm(PersonRequest Request, Guid CardId, string CardNumber, int CardVersion, IReadOnlyList<CardFact> Facts);

/// <summary>Puts one fact of the card right.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Token">One-time token of the form.</param>
/// <param name="CardSeen">Version of the card the form has shown.</param>
/// <param name="Fact">Which fact, as <see cref="CardFact.Key"/>.</param>
/// <param name="Value">The right value as typed.</param>
/// <param name="IsNone">There is no right value: the wrong one is taken off.</param>
/// <param name="Proof">Who proved it and by what.</param>
/// <param name="Insist">Whether warnings were seen and overridden.</param>
public sealed record RectifyCard(Guid RequestId, Guid Token, int CardSeen, string? Fact, string? Value, bool IsNone, string? Proof, bool Insist);

/// <summary>
/// Puts facts of a card right within a person's request (GDPR art. 16): the card changes with who, when and on what proof in its history,
/// and the request remembers each, so that the answer lists them.
/// </summary>
public sealed class RectifyCardHandler(
    IServiceDeskDb db, IPersonalCodes codes, ReadLog reads, IOptions<ClientOptions> options, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private static readonly ClientField[] Addable = [ClientField.Phone, ClientField.Email, ClientField.EAddress, ClientField.Address, ClientField.Account];
    private static readonly DateOnly Earliest = new(1890, 1, 1);

    /// <summary>The form; null without such a request, or before its card is chosen. That it was read is written down.</summary>
    public async Task<RectifyForm?> ShowAsync(Guid requestId, CancellationToken cancellationToken)
    {
        Demand();
        var request = await db.Set<PersonRequest>().AsNoTracking().Include(r => r.Corrections.OrderBy(c => c.Ordinal)).SingleOrDefaultAsync(r => r.Id == requestId, cancellationToken);
        if (request?.ClientId is not { } clientId)
            return null;
        await reads.NoteAsync(new Reading(ReadThing.Client, clientId.ToString("N"), Client.NumberOf(clientId), ReadWay.Page, ReadPurpose.PersonRequest, request.Number, clientId), cancellationToken);
        var card = await db.Set<Client>().AsNoTracking().WithParts().SingleAsync(c => c.Id == clientId, cancellationToken);
        return new RectifyForm(request, card.Id, card.Number, card.Version, Facts(card));
    }

    /// <summary>Puts it right; gives what is wrong with the value, or nothing.</summary>
    public async Task<IReadOnlyList<EntryFault>> HandleAsync(RectifyCard command, CancellationToken cancellationToken)
    {
        Demand();
        var request = await db.Set<PersonRequest>().Include(r => r.Steps).Include(r => r.Corrections).SingleOrDefaultAsync(r => r.Id == command.RequestId, cancellationToken)
            ?? throw new Refusal("Protection.Refusal.RequestUnknown");
        if (request.Corrections.Any(c => c.Id == command.Token))
            return [];
        request.RefuseUnlessKnown();
        if (request.ClientId is not { } clientId)
            throw new Refusal("Protection.Refusal.NoCard");
        var card = await db.Set<Client>().WithParts().SingleAsync(c => c.Id == clientId, cancellationToken);
        if (card.Version != command.CardSeen)
            throw new Refusal("Clients.Refusal.Stale");
        if (Facts(card).FirstOrDefault(f => f.Key == command.Fact) is not { } fact)
            return [Fault(nameof(command.Fact), "Protection.Rectify.FactMissing")];
        List<EntryFault> faults = [];
        if (string.IsNullOrWhiteSpace(command.Value) != command.IsNone)
            faults.Add(Fault(nameof(command.Value), command.IsNone ? "Protection.Rectify.BothGiven" : "Protection.Rectify.ValueMissing"));
        if (string.IsNullOrWhiteSpace(command.Proof))
            faults.Add(Fault(nameof(command.Proof), "Protection.Refusal.ProofMissing"));
        else if (command.Proof.Trim().Length > PersonCorrection.MaxProof)
            faults.Add(Fault(nameof(command.Proof), "Protection.Refusal.TextTooLong") with { Arguments = [PersonCorrection.MaxProof] });
        if (command.IsNone && fact.Field == ClientField.Name)
            faults.Add(Fault(nameof(command.Value), "Protection.Rectify.NameNeeded"));
        if (faults.Count > 0)
            return faults;

        var became = await ApplyAsync(card, fact, command, faults, cancellationToken);
        if (faults.Any(f => !f.IsWarning) || (faults.Count > 0 && !command.Insist))
            return faults;
        request.Correct(command.Token, new Correction(fact.Field, fact.Value, became, command.Proof!), user.AsActor(), time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Clients.Refusal.Stale");
        }

        return [];
    }

    /// <summary>Changes the card, unless the value is faulty or a warning was not overridden; gives the right value as it is shown.</summary>
    private async Task<string?> ApplyAsync(Client card, CardFact fact, RectifyCard command, List<EntryFault> faults, CancellationToken cancellationToken)
    {
        var (by, now, reason) = (user.AsActor(), time.GetUtcNow(), command.Proof!.Trim());
        var today = local.DateOf(now);
        var dates = Dates.In("lv", local);
        switch (fact.Field)
        {
            case ClientField.Name:
                card.RectifyName(command.Value!, reason, by, now);
                return card.Name;
            case ClientField.BirthDate:
                var born = command.IsNone ? null : Birth(command.Value!, today, faults);
                if (faults.Count > 0)
                    return null;
                card.RectifyBirthDate(born, reason, by, now);
                return born is { } day ? dates.Numeric(day) : null;
            case ClientField.PersonalCode:
                var code = command.IsNone ? null : Take(PersonalCode.Check(command.Value, today, options.Value.RemainderTenIsZero), faults);
                if (Stops(faults, command))
                    return null;
                card.RectifyCode(code is null ? null : await codes.ProtectAsync(code, cancellationToken), reason, by, now);
                return code?.ToString();
            case ClientField.Address:
                var elements = command.IsNone ? null : new AddressElements { Free = command.Value };
                card.RectifyAddress(fact.RowId, elements, reason, by, now);
                return elements?.Normalised().Line;
            default:
                var value = command.IsNone ? null : Take(ReachValue.Check(KindOf(fact.Field), command.Value, today), faults);
                if (Stops(faults, command))
                    return null;
                card.RectifyReach(fact.RowId, value, reason, by, now);
                if (value is not null && fact.Field == ClientField.EAddress && EAddress.Check(command.Value, today).Value?.Code is { } told && !card.Codes.Any(c => c.IsCurrent))
                    card.RectifyCode(await codes.ProtectAsync(told, cancellationToken), reason, by, now);
                return value?.Written;
        }
    }

    private static bool Stops(List<EntryFault> faults, RectifyCard command) => faults.Any(f => !f.IsWarning) || (faults.Count > 0 && !command.Insist);

    private static T? Take<T>(Checked<T> check, List<EntryFault> faults)
        where T : class
    {
        if (check.Error is { } error)
            faults.Add(Fault(nameof(RectifyCard.Value), error));
        faults.AddRange(check.Warnings.Select(w => new EntryFault(nameof(RectifyCard.Value), w, IsWarning: true)));
        return check.Value;
    }

    private static DateOnly? Birth(string text, DateOnly today, List<EntryFault> faults)
    {
        string[] ways = ["d.M.yyyy.", "d.M.yyyy", "yyyy-MM-dd"];
        if (!DateOnly.TryParseExact(text.Trim(), ways, CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
            faults.Add(Fault(nameof(RectifyCard.Value), "Protection.Rectify.NoDate"));
        else if (born > today)
            faults.Add(Fault(nameof(RectifyCard.Value), "Clients.Birth.InFuture"));
        else if (born < Earliest)
            faults.Add(Fault(nameof(RectifyCard.Value), "Clients.Birth.TooEarly"));
        return born;
    }

    private List<CardFact> Facts(Client card)
    {
        var organisation = card.Kind is ClientKind.LegalPerson or ClientKind.Institution;
        List<CardFact> facts = [new(ClientField.Name, null, card.Name)];
        if (!organisation)
        {
            facts.Add(new(ClientField.BirthDate, null, card.BirthDate is { } born ? Dates.In("lv", local).Numeric(born) : null));
            facts.Add(new(ClientField.PersonalCode, null, card.Codes.SingleOrDefault(c => c.IsCurrent) is { } code ? PersonalCode.Mask(code.LastFour) : null));
        }

        facts.AddRange(card.Reaches.Where(r => r.RetiredAt is null).OrderBy(r => r.Kind).ThenByDescending(r => r.IsPrimary).ThenBy(r => r.Id).Select(r => new CardFact(Client.FieldOf(r.Kind), r.Id, r.Written)));
        facts.AddRange(card.Addresses.Where(a => a.RetiredAt is null).OrderBy(a => a.Kind).ThenBy(a => a.Id).Select(a => new CardFact(ClientField.Address, a.Id, a.Line)));
        facts.AddRange(Addable.Select(f => new CardFact(f, null, null)));
        return facts;
    }

    private static ClientReachKind KindOf(ClientField field) => field switch
    {
        ClientField.Phone => ClientReachKind.Phone,
        ClientField.Email => ClientReachKind.Email,
        ClientField.EAddress => ClientReachKind.EAddress,
        ClientField.Account => ClientReachKind.Iban,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static EntryFault Fault(string field, string key) => new(field, key, IsWarning: false);

    private void Demand()
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }
}
