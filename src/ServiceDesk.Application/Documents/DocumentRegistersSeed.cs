using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Documents;

/// <summary>A register for every kind of document, without which none could be numbered.</summary>
public sealed class DocumentRegistersSeed(IServiceDeskDb db, DocumentKinds kinds) : ISeed
{
    /// <inheritdoc/>
    public int Order => 22;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var there = await db.Set<Register>().Select(r => r.Code).ToListAsync(cancellationToken);
        foreach (var register in kinds.All.Select(k => k.Register).DistinctBy(r => r.Code).ExceptBy(there, r => r.Code))
            db.Set<Register>().Add(new Register(register.Code, register.Name, register.Index, "{index}/{yy}/{seq}"));
        await db.SaveChangesAsync(cancellationToken);
    }
}
