using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Clients.Duplicates;

/// <summary>Finds cards of the client somebody is typing in, whatever state the form is in: what cannot be read yet is passed over.</summary>
public sealed class FindEntryCandidatesHandler(FindCandidatesHandler find, ClientEntryCheck check, ICurrentUser user)
{
    /// <summary>The likeliest first; none for who may not keep cards.</summary>
    /// <param name="entry">What was typed.</param>
    /// <param name="except">The card the form is about, or the key a new one will have.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<Candidate>> HandleAsync(ClientEntry entry, Guid? except, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.KeepClients))
            return [];
        var read = check.Check(entry);
        return await find.HandleAsync(
            new FindCandidates
            {
                Kind = entry.Kind,
                Name = entry.Name,
                BirthDate = read.Facts.BirthDate,
                RegistrationNumber = read.Facts.RegistrationNumber,
                Code = read.Code,
                Reaches = [.. read.Reaches.Select(r => r.Value)],
                Address = read.HasErrors ? null : entry.Address?.Normalised().Line,
                Except = except,
            },
            cancellationToken);
    }

    /// <summary>The same for a card whose facts are being changed: its contact points, addresses and code count as they are on the card.</summary>
    public async Task<IReadOnlyList<Candidate>> OfCardAsync(Guid id, ClientEntry entry, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.KeepClients))
            return [];
        var facts = check.Check(entry).Facts;
        return await find.HandleAsync(id, entry.Kind, entry.Name, facts.BirthDate, facts.RegistrationNumber, cancellationToken);
    }
}
