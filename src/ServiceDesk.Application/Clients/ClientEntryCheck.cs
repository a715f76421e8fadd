using Microsoft.Extensions.Options;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>An entry that was looked through: what is wrong with it, and the values of what is not.</summary>
public sealed record CheckedEntry
{
    /// <summary>Errors and warnings, in the order of the fields.</summary>
    public required IReadOnlyList<EntryFault> Faults { get; init; }

    /// <summary>The single-valued facts.</summary>
    public required ClientFacts Facts { get; init; }

    /// <summary>The personal code; also the one a VAT number or an e-address consisted of.</summary>
    public PersonalCode? Code { get; init; }

    /// <summary>Contact points.</summary>
    public IReadOnlyList<(ReachValue Value, string? Label)> Reaches { get; init; } = [];

    /// <summary>Whether something keeps the entry out.</summary>
    public bool HasErrors => Faults.Any(f => !f.IsWarning);

    /// <summary>Whether something must be confirmed.</summary>
    public bool HasWarnings => Faults.Any(f => f.IsWarning);
}

/// <summary>Looks through what somebody typed about a client: on the form, in a file, beside a new case. Errors refuse, warnings may be overridden.</summary>
public sealed class ClientEntryCheck(IOptions<ClientOptions> options, LocalTime local, TimeProvider time)
{
    private static readonly DateOnly Earliest = new(1890, 1, 1);

    /// <summary>Looks an entry through.</summary>
    /// <param name="entry">What was typed.</param>
    /// <param name="knownCode">Whether the card has a personal code already.</param>
    public CheckedEntry Check(ClientEntry entry, bool knownCode = false)
    {
        var today = local.DateOf(time.GetUtcNow());
        List<EntryFault> faults = [];
        T? Take<T>(string field, Checked<T> check)
            where T : class
        {
            if (check.Error is { } error)
                faults.Add(new EntryFault(field, error, IsWarning: false));
            faults.AddRange(check.Warnings.Select(w => new EntryFault(field, w, IsWarning: true)));
            return check.Value;
        }

        var tenIsZero = options.Value.RemainderTenIsZero;
        var organisation = entry.Kind is ClientKind.LegalPerson or ClientKind.Institution;
        if (string.IsNullOrWhiteSpace(entry.Name) && (entry.Kind != ClientKind.Unknown || entry.Reaches.All(r => string.IsNullOrWhiteSpace(r.Text))))
            faults.Add(new EntryFault(nameof(entry.Name), "Clients.Refusal.NameMissing", IsWarning: false));
        if (entry.Name?.Trim().Length > Client.MaxNameLength)
            faults.Add(new EntryFault(nameof(entry.Name), "Clients.Refusal.NameTooLong", IsWarning: false) { Arguments = [Client.MaxNameLength] });
        if (entry.LegalForm?.Trim().Length > Client.MaxWordLength)
            faults.Add(new EntryFault(nameof(entry.LegalForm), "Clients.Refusal.WordTooLong", IsWarning: false) { Arguments = [Client.MaxWordLength] });

        var code = Has(entry.PersonalCode) ? Take(nameof(entry.PersonalCode), PersonalCode.Check(entry.PersonalCode, today, tenIsZero)) : null;
        if (organisation && Has(entry.PersonalCode))
            faults.Add(new EntryFault(nameof(entry.PersonalCode), "Clients.Refusal.OrganisationHasNoCode", IsWarning: false));
        var number = Has(entry.RegistrationNumber) ? Take(nameof(entry.RegistrationNumber), RegistrationNumber.Check(entry.RegistrationNumber)) : null;
        if (!organisation && Has(entry.RegistrationNumber))
            faults.Add(new EntryFault(nameof(entry.RegistrationNumber), "Clients.Refusal.PersonRegistered", IsWarning: false));

        var vat = Has(entry.VatNumber) ? Take(nameof(entry.VatNumber), VatNumber.Check(entry.VatNumber, today, tenIsZero)) : null;
        if (vat?.Code is { } vatCode)
        {
            if (organisation)
                faults.Add(new EntryFault(nameof(entry.VatNumber), "Clients.Refusal.OrganisationHasNoCode", IsWarning: false));
            else if (code is not null && code.Digits != vatCode.Digits)
                faults.Add(new EntryFault(nameof(entry.VatNumber), "Clients.Vat.OtherCode", IsWarning: false));
            else if (code is null && knownCode)
                faults.Add(new EntryFault(nameof(entry.VatNumber), "Clients.Vat.OtherCode", IsWarning: true));
            code ??= vatCode;
        }
        else if (vat is not null && number is not null && vat.Value.StartsWith("LV", StringComparison.Ordinal) && vat.Value[2..] != number.Digits)
        {
            faults.Add(new EntryFault(nameof(entry.VatNumber), "Clients.Vat.OtherNumber", IsWarning: true));
        }

        CheckBirth(entry, organisation, code, today, faults);
        return new CheckedEntry
        {
            Code = code,
            Reaches = Reaches(entry, today, Take),
            Facts = new ClientFacts
            {
                Kind = entry.Kind,
                Language = entry.Language is "en" or "ru" ? entry.Language : "lv",
                PreferredChannel = entry.PreferredChannel,
                BirthDate = entry.BirthDate,
                RegistrationNumber = number?.Digits,
                VatNumber = vat?.Code is null ? vat?.Value : null,
                VatByCode = vat?.Code is not null,
                LegalForm = entry.LegalForm,
                EmployeeId = entry.Kind == ClientKind.Internal ? entry.EmployeeId : null,
                HeardFrom = entry.HeardFrom,
            },
            Faults = CheckAddress(entry, faults),
        };
    }

    private static void CheckBirth(ClientEntry entry, bool organisation, PersonalCode? code, DateOnly today, List<EntryFault> faults)
    {
        if (entry.BirthDate is not { } born)
            return;
        if (organisation)
            faults.Add(new EntryFault(nameof(entry.BirthDate), "Clients.Refusal.OrganisationBorn", IsWarning: false));
        else if (born > today)
            faults.Add(new EntryFault(nameof(entry.BirthDate), "Clients.Birth.InFuture", IsWarning: false));
        else if (born < Earliest)
            faults.Add(new EntryFault(nameof(entry.BirthDate), "Clients.Birth.TooEarly", IsWarning: false));
        else if (code?.BornOn is { } told && told != born)
            faults.Add(new EntryFault(nameof(entry.BirthDate), "Clients.Birth.Differs", IsWarning: true));
    }

    private static List<(ReachValue, string?)> Reaches(ClientEntry entry, DateOnly today, Func<string, Checked<ReachValue>, ReachValue?> take)
    {
        List<(ReachValue, string?)> reaches = [];
        foreach (var reach in entry.Reaches.Where(r => Has(r.Text)))
        {
            if (take(reach.Field.Length > 0 ? reach.Field : reach.Kind.ToString(), ReachValue.Check(reach.Kind, reach.Text, today)) is { } value)
                reaches.Add((value, reach.Label));
        }

        return reaches;
    }

    private static List<EntryFault> CheckAddress(ClientEntry entry, List<EntryFault> faults)
    {
        try
        {
            entry.Address?.Normalised();
        }
        catch (Refusal refusal)
        {
            faults.Add(new EntryFault(refusal.Key == "Clients.PostalCode.Format" ? nameof(AddressElements.PostalCode) : nameof(entry.Address), refusal.Key, IsWarning: false) { Arguments = refusal.Arguments });
        }

        return faults;
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
