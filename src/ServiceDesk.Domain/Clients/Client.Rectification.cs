using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>
/// Putting right what is wrong, at the person's request (GDPR art. 16). Unlike a change, what was wrong does not stay on the card as a
/// former value: it never was the person's. The history keeps what was put right, by whom and on what proof. It may be done while
/// processing is restricted, which is what a restriction waits for (art. 18(1)(a)).
/// </content>
public sealed partial class Client
{
    /// <summary>Puts the current name right.</summary>
    public void RectifyName(string name, string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        var was = Name;
        if (Checked(name) == was)
            throw new Refusal("Protection.Refusal.SameValue");
        Take(name);
        names.SingleOrDefault(n => n.Kind == ClientNameKind.Current)?.Correct(Name);
        Rectified(ClientField.Name, was, Name, reason, by, at);
    }

    /// <summary>Puts the date of birth right, or takes a wrong one off.</summary>
    public void RectifyBirthDate(DateOnly? born, string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        if (born is not null && Kind is ClientKind.LegalPerson or ClientKind.Institution)
            throw new Refusal("Clients.Refusal.OrganisationBorn");
        if (BirthDate == born)
            throw new Refusal("Protection.Refusal.SameValue");
        var was = BirthDate;
        BirthDate = born;
        Rectified(ClientField.BirthDate, Word(was), Word(born), reason, by, at);
    }

    /// <summary>Puts the personal code right: the wrong one, which may be somebody else's, goes. The code never stands in the history.</summary>
    public void RectifyCode(ProtectedCode? code, string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        if (code is not null && Kind is ClientKind.LegalPerson or ClientKind.Institution)
            throw new Refusal("Clients.Refusal.OrganisationHasNoCode");
        var wrong = codes.SingleOrDefault(c => c.IsCurrent);
        if (wrong?.Hash == code?.Hash)
            throw new Refusal("Protection.Refusal.SameValue");
        if (wrong is not null)
            codes.Remove(wrong);
        if (code is not null)
        {
            if (codes.FirstOrDefault(c => c.Hash == code.Hash) is { } former)
                former.UseAgain();
            else
                codes.Add(new ClientCode(Id, code, isCurrent: true, at));
        }

        Rectified(ClientField.PersonalCode, null, null, reason, by, at);
    }

    /// <summary>Puts a contact point right, adds one that was missing, or takes a wrong one off. Refused when nothing is given.</summary>
    /// <param name="reachId">The wrong one; null when one was missing.</param>
    /// <param name="value">The right one; null when there is none.</param>
    /// <param name="reason">What proves it.</param>
    /// <param name="by">Who puts it right.</param>
    /// <param name="at">Now, UTC.</param>
    public void RectifyReach(Guid? reachId, ReachValue? value, string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        var wrong = reachId is { } id ? Reach(id) : null;
        if (wrong?.Kind is { } kind && value is not null && value.Kind != kind)
            throw new ArgumentOutOfRangeException(nameof(value));
        if ((wrong is null && value is null) || (wrong is not null && wrong.Value == value?.Value))
            throw new Refusal("Protection.Refusal.SameValue");
        var known = value is null ? null : reaches.FirstOrDefault(r => r.Kind == value.Kind && r.Value == value.Value);
        if (wrong is null && known is { RetiredAt: null })
            throw new Refusal("Protection.Refusal.SameValue");
        if (wrong is not null)
            reaches.Remove(wrong);
        var isMain = wrong?.IsPrimary ?? reaches.All(r => r.Kind != value!.Kind || r.RetiredAt is not null);
        if (known is not null)
            known.UseAgain(wrong?.Label, isMain || known.IsPrimary);
        else if (value is not null)
            reaches.Add(new ClientReach(Id, value, wrong?.Label, isMain));
        else if (isMain)
            reaches.FirstOrDefault(r => r.Kind == wrong!.Kind && r.RetiredAt is null)?.SetPrimary(true);
        Rectified(FieldOf(wrong?.Kind ?? value!.Kind), wrong?.Written, value?.Written, reason, by, at);
    }

    /// <summary>Puts an address right, adds one that was missing, or takes a wrong one off.</summary>
    public void RectifyAddress(Guid? addressId, AddressElements? elements, string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        var wrong = addressId is { } id ? addresses.SingleOrDefault(a => a.Id == id) ?? throw new Refusal("Clients.Refusal.Unknown") : null;
        var right = elements?.Normalised();
        if ((wrong is null && right is null) || (wrong is not null && wrong.Line == right?.Line))
            throw new Refusal("Protection.Refusal.SameValue");
        if (wrong is not null)
            addresses.Remove(wrong);
        if (right is not null)
            addresses.Add(new ClientAddress(Id, wrong?.Kind ?? ClientAddressKind.Postal, right, wrong?.Addressee, at));
        Rectified(ClientField.Address, wrong?.Line, right?.Line, reason, by, at);
    }

    /// <summary>Which fact a contact point is.</summary>
    public static ClientField FieldOf(ClientReachKind kind) => kind switch
    {
        ClientReachKind.Phone => ClientField.Phone,
        ClientReachKind.Email => ClientField.Email,
        ClientReachKind.EAddress => ClientField.EAddress,
        ClientReachKind.Iban => ClientField.Account,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private void Rectified(ClientField field, string? was, string? became, string reason, Actor by, DateTimeOffset at)
    {
        if (Blank(reason) is not { } why)
            throw new Refusal("Protection.Refusal.ProofMissing");
        Log(ClientEventKind.Rectified, by, at, field, was is null ? null : Short(was, ClientEvent.MaxValueLength), became is null ? null : Short(became, ClientEvent.MaxValueLength), Short(why, MaxReasonLength));
    }
}
