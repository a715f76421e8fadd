using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>The registers, without which nothing can be numbered: of cases, and of those taken over from older registers.</summary>
public sealed class RegisterSeed(IServiceDeskDb db) : ISeed
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await AddAsync(Register.Cases, "Iesniegumu un sūdzību reģistrs", "4.1-5", "{index}/{yy}/{seq}", cancellationToken);
        await AddAsync(Register.Inquiries, "Iekšējie pieprasījumi", "IP", "{index}/{yy}/{seq}", cancellationToken);
        await AddAsync(Register.DataBreaches, "Personas datu aizsardzības pārkāpumu reģistrs", "DAP", "{index}/{yy}/{seq}", cancellationToken);
        await AddAsync(Register.RetentionLists, "Glabāšanas termiņu saraksti", "GTS", "{index}/{yy}/{seq}", cancellationToken);
        await AddAsync(Register.Improvements, "Uzlabojumu uzdevumi", "UZ", "{index}/{yy}/{seq}", cancellationToken);
        await AddAsync(Register.Imported, "No vecajiem reģistriem pārņemtie", "VR", "{index}/{yyyy}/{seq}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(string code, string name, string index, string mask, CancellationToken cancellationToken)
    {
        if (!await db.Set<Register>().AnyAsync(r => r.Code == code, cancellationToken))
            db.Set<Register>().Add(new Register(code, name, index, mask));
    }
}

/// <summary>
/// A place for what nobody has claimed yet: the fallback topic and, in an empty installation, the client-service unit behind it,
/// so that the public form works from the first minute. Runs after demo data, which brings its own.
/// </summary>
public sealed class IntakeSeed(IServiceDeskDb db) : ISeed
{
    private const int Last = 1000;

    /// <inheritdoc/>
    public int Order => 2000;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Topic>().AnyAsync(t => t.IsFallback, cancellationToken))
            return;
        var unit = await db.Set<OrgUnit>().OrderBy(u => u.Id).FirstOrDefaultAsync(u => u.ServesExternalClients, cancellationToken);
        if (unit is null)
        {
            unit = new OrgUnit("Klientu apkalpošana");
            db.Set<OrgUnit>().Add(unit);
        }

        db.Set<Topic>().Add(new Topic("Cits jautājums", "Something else", "Другой вопрос", unit.Id, Last).AsFallback());
        await db.SaveChangesAsync(cancellationToken);
    }
}
