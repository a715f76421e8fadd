using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>What contracts and their amendments have in common: parties, and how they sign.</summary>
internal static class ContractParts
{
    /// <summary>What is missing of the parties.</summary>
    public static IEnumerable<MissingRequisite> Lacking(ContractParty party, string? houseAuthority)
    {
        if (string.IsNullOrWhiteSpace(party.Name))
            yield return new("Party.Name", "Documents.Missing.PartyName");
        if (string.IsNullOrWhiteSpace(party.Number))
            yield return new("Party.Number", "Documents.Missing.PartyNumber");
        if (string.IsNullOrWhiteSpace(party.Address))
            yield return new("Party.Address", "Documents.Missing.PartyAddress");
        if (string.IsNullOrWhiteSpace(party.Representative))
            yield return new("Party.Representative", "Documents.Missing.PartyRepresentative");
        else if (!ActsForThemselves(party) && string.IsNullOrWhiteSpace(party.Authority))
            yield return new("Party.Authority", "Documents.Missing.PartyAuthority");
        if (string.IsNullOrWhiteSpace(houseAuthority))
            yield return new("HouseAuthority", "Documents.Missing.HouseAuthority");
    }

    /// <summary>Who agrees with whom.</summary>
    public static string Preamble(DocumentFace face, ContractParty party, string? houseAuthority, string? houseRole, string ending)
    {
        var t = Texts.In(face.Language);
        var house = t["Documents.Contract.PartyText", face.House.FullName, face.House.RegistrationNumber, face.House.Address]
            + t["Documents.Contract.RepresentedText", houseAuthority, Named(face.PostInSentence, face.SignatoryName), Role(houseRole, t["Documents.Contract.House"])];
        var role = Role(party.Role, t["Documents.Contract.Other"]);
        var other = t["Documents.Contract.PartyText", party.Name, party.Number, party.Address]
            + (ActsForThemselves(party) ? t["Documents.Contract.ThemselvesText", role] : t["Documents.Contract.RepresentedText", party.Authority, Named(party.Post, party.Representative), role]);
        return t["Documents.Contract.Preamble", house, other, ending];
    }

    /// <summary>Both signature blocks.</summary>
    public static IReadOnlyList<DocumentSignature> Signatures(DocumentFace face, ContractParty party, string? houseRole)
    {
        var t = Texts.In(face.Language);
        return
        [
            new(face.SignatoryPost ?? "", face.SignatoryName ?? "", Role(houseRole, t["Documents.Contract.House"]),
                [face.House.FullName, t["Documents.Letterhead.RegistrationNumber", face.House.RegistrationNumber], face.House.Address, face.House.Email]),
            new(party.Post ?? "", party.Representative ?? "", Role(party.Role, t["Documents.Contract.Other"]),
                [party.Name ?? "", t["Documents.Contract.NumberText", party.Number], .. ClauseText.Lines(party.Address), .. ClauseText.Lines(party.Contacts)]),
        ];
    }

    private static bool ActsForThemselves(ContractParty party) => string.Equals(party.Representative?.Trim(), party.Name?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Named(string? post, string? name) => $"{post} {name}".Trim();

    private static string Role(string? role, string usual) => string.IsNullOrWhiteSpace(role) ? usual : role.Trim();
}
