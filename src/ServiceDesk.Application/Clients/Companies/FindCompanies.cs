using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>A company somebody looks up.</summary>
/// <param name="Text">A registration number, or the beginning of a name in any writing.</param>
public sealed record FindCompanies(string? Text);

/// <summary>A company of the look-up table with its state today.</summary>
/// <param name="Company">The entry.</param>
/// <param name="Findings">Its state.</param>
public sealed record FoundCompany(Company Company, CompanyFindings Findings);

/// <summary>Looks companies up in the Enterprise Register's open data.</summary>
public sealed class FindCompaniesHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Most companies found.</summary>
    public const int Most = 50;

    private const int Shortest = 2;

    /// <summary>Companies in the order of their names; none when nothing, or too little, is asked for.</summary>
    public async Task<IReadOnlyList<FoundCompany>> HandleAsync(FindCompanies query, CancellationToken cancellationToken)
    {
        var text = query.Text?.Trim() ?? "";
        if (!user.May(Permission.SeeClients) && !user.May(Permission.ManageCompanies))
            return [];
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var companies = db.Set<Company>().AsNoTracking();
        if (digits.Length == 11 && !text.Any(char.IsLetter))
            companies = companies.Where(c => c.Code == digits);
        else if (CompanyName.Compared(text) is { Length: >= Shortest } name)
            companies = companies.Where(c => c.ComparedName.StartsWith(name));
        else
            return [];
        var found = await companies.OrderBy(c => c.ComparedName).ThenBy(c => c.Code).Take(Most).ToListAsync(cancellationToken);
        var codes = found.Select(c => c.Code).ToArray();
        var proceedings = (await db.Set<CompanyProceeding>().AsNoTracking().Where(p => codes.Contains(p.Code)).ToListAsync(cancellationToken)).ToLookup(p => p.Code);
        var today = local.DateOf(time.GetUtcNow());
        return [.. found.Select(c => new FoundCompany(c, CompanyFindings.Of(c, proceedings[c.Code], today)))];
    }
}
