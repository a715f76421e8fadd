using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Passing;

/// <summary>Passes a case on for reading.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="To">To whom.</param>
/// <param name="Reason">Why.</param>
/// <param name="UntilOn">Last day, local.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record PassCase(Guid CaseId, CaseAuthority To, string? Reason, DateOnly UntilOn, SeenCase? Seen);

/// <summary>Takes a pass back.</summary>
public sealed record TakeBackPass(Guid CaseId, Guid PassId);

/// <summary>A pass of a case.</summary>
/// <param name="Id">Key.</param>
/// <param name="To">To whom.</param>
/// <param name="Reason">Why.</param>
/// <param name="ByName">Who passed it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="UntilOn">Last day, local.</param>
/// <param name="IsOpen">Whether they may read it now.</param>
public sealed record PassRow(Guid Id, CaseAuthority To, string Reason, string ByName, DateTimeOffset At, DateOnly UntilOn, bool IsOpen);

/// <summary>Passes cases to the ethics commission and above, for a time and with the reason. Whoever answers goes on answering.</summary>
public sealed class PassCaseHandler(IServiceDeskDb db, CaseWriter writer, IRoleHolders holders, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>To whom the person may pass.</summary>
    public IReadOnlyList<CaseAuthority> Offered => !user.May(Permission.PassToCommission) ? []
        : user.May(Permission.ReadAllCases) ? [CaseAuthority.EthicsCommission, CaseAuthority.DeputyExecutiveDirector]
        : user.May(Permission.SeeEscalatedToDeputy) ? [CaseAuthority.EthicsCommission, CaseAuthority.ExecutiveDirector]
        : [CaseAuthority.EthicsCommission];

    /// <summary>Passes the case and tells those it was passed to.</summary>
    public async Task HandleAsync(PassCase command, CancellationToken cancellationToken)
    {
        if (!Offered.Contains(command.To))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        item.PassTo(command.To, command.Reason, command.UntilOn, local.EndOf(command.UntilOn), user.AsActor(), now);
        var told = await holders.EmployeesInAsync(RoleOf(command.To), cancellationToken);
        var subjects = await db.Set<CaseSubject>().Where(s => s.CaseId == item.Id).Select(s => s.EmployeeId).ToListAsync(cancellationToken);
        db.Set<Notice>().AddRange(told.Except(subjects).Where(p => p != user.EmployeeId)
            .Select(p => new Notice(p, NoticeKind.PassedToYou, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number, $"{command.UntilOn:yyyy-MM-dd}")));
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>Takes it back.</summary>
    public async Task HandleAsync(TakeBackPass command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.PassToCommission))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await LoadAsync(command.CaseId, seen: null, cancellationToken);
        item.TakeBackPass(command.PassId, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(seen: null, cancellationToken);
    }

    /// <summary>Passes of a case, the newest first; null when the person may not pass it.</summary>
    public async Task<IReadOnlyList<PassRow>?> ShowAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.PassToCommission) || !await db.Set<Case>().ReadableBy(user).AnyAsync(c => c.Id == caseId && c.MergedIntoId == null, cancellationToken))
            return null;
        var now = time.GetUtcNow();
        return await db.Set<CasePass>().AsNoTracking().Where(p => p.CaseId == caseId).OrderByDescending(p => p.PassedAt)
            .Select(p => new PassRow(p.Id, p.To, p.Reason, p.PassedByName, p.PassedAt, p.UntilOn, p.EndedAt == null && p.EndsAt > now)).ToListAsync(cancellationToken);
    }

    private static Role RoleOf(CaseAuthority to) => to switch
    {
        CaseAuthority.EthicsCommission => Role.EthicsCommission,
        CaseAuthority.DeputyExecutiveDirector => Role.DeputyExecutiveDirector,
        CaseAuthority.ExecutiveDirector => Role.ExecutiveDirector,
        _ => throw new ArgumentOutOfRangeException(nameof(to)),
    };

    private async Task<Case> LoadAsync(Guid caseId, SeenCase? seen, CancellationToken cancellationToken)
    {
        if (!await db.Set<Case>().ReadableBy(user).AnyAsync(c => c.Id == caseId, cancellationToken))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await writer.LoadAsync(caseId, cancellationToken);
        if (seen is not null && seen.Version != item.Version)
            throw new StaleCase(seen.At);
        await db.Set<CasePass>().Where(p => p.CaseId == caseId).LoadAsync(cancellationToken);
        return item;
    }
}

/// <summary>A case the commission may read.</summary>
/// <param name="CaseId">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="Subject">Subject.</param>
/// <param name="State">State.</param>
/// <param name="Reason">Why it was passed.</param>
/// <param name="ByName">Who passed it.</param>
/// <param name="PassedAt">When, UTC.</param>
/// <param name="UntilOn">Last day, local.</param>
public sealed record CommissionRow(Guid CaseId, string Number, string Subject, CaseState State, string Reason, string ByName, DateTimeOffset PassedAt, DateOnly UntilOn);

/// <summary>What was passed to the ethics commission and may still be read.</summary>
public sealed class ListCommissionFilesHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Those passed last first.</summary>
    public async Task<IReadOnlyList<CommissionRow>> HandleAsync(CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeePassedToCommission))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var now = user.Now;
        return await db.Set<Case>().AsNoTracking().PassedTo(user)
            .SelectMany(c => c.Passes.Where(p => p.To == CaseAuthority.EthicsCommission && p.EndedAt == null && p.EndsAt > now), (c, p) => new { c, p })
            .OrderByDescending(x => x.p.PassedAt)
            .Select(x => new CommissionRow(x.c.Id, x.c.Number, x.c.Subject, x.c.State, x.p.Reason, x.p.PassedByName, x.p.PassedAt, x.p.UntilOn)).ToListAsync(cancellationToken);
    }
}
