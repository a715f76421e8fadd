using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.Bulk;

/// <summary>A confirmed step on many cases.</summary>
/// <param name="Token">Made once per form by the server; the same form never runs twice.</param>
/// <param name="Order">The step.</param>
/// <param name="Cases">The cases as the confirmation showed them.</param>
public sealed record StartBulk(Guid Token, BulkOrder Order, IReadOnlyList<BulkCase> Cases);

/// <summary>Records what is to be done. Nothing is done yet: see <see cref="ContinueBulkHandler"/>.</summary>
public sealed class StartBulkHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Records it and gives the key of the run, the one there is when the form was sent before.</summary>
    public async Task<Guid> HandleAsync(StartBulk command, CancellationToken cancellationToken)
    {
        if (await IsThereAsync(command.Token, cancellationToken))
            return command.Token;
        var order = command.Order;
        if (!user.May(Permission.HandleCases) || (order.Step == BulkStep.Assign && !user.May(Permission.AssignCases)))
            throw new Refusal("Cases.Refusal.NotAllowed");
        if (order.Step is BulkStep.Note or BulkStep.Reply && string.IsNullOrWhiteSpace(order.Text))
            throw new Refusal("Desk.Bulk.TextMissing");
        if (order.Step == BulkStep.Reply)
            Placeholders.Check(order.Text);
        if (order is { Step: BulkStep.Close, Outcome: null })
            throw new Refusal("Desk.Close.OutcomeMissing");
        if (order.Step == BulkStep.Assign)
            order = await WithUnitAsync(order, cancellationToken);

        var ids = command.Cases.Select(c => c.Id).ToList();
        var visible = (await db.Set<Case>().HeadsVisibleTo(user).Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
        db.Set<BulkRun>().Add(new BulkRun(command.Token, order, [.. command.Cases.Where(c => visible.Contains(c.Id))], user.AsActor(), time.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at the same moment.
            db.Forget();
            if (!await IsThereAsync(command.Token, cancellationToken))
                throw;
        }

        return command.Token;
    }

    private Task<bool> IsThereAsync(Guid token, CancellationToken cancellationToken) =>
        db.Set<BulkRun>().AnyAsync(r => r.Id == token && r.EmployeeId == user.EmployeeId, cancellationToken);

    /// <summary>A person names the unit: choosing one of another unit means giving it there.</summary>
    private async Task<BulkOrder> WithUnitAsync(BulkOrder order, CancellationToken cancellationToken)
    {
        if (order.AssigneeId is { } person)
        {
            var unit = await db.Set<Employee>().Where(e => e.Id == person && e.IsActive).Select(e => (Guid?)e.UnitId).SingleOrDefaultAsync(cancellationToken);
            return order with { UnitId = unit ?? throw new Refusal("Cases.Refusal.PersonUnknown") };
        }

        return order.UnitId is { } id && await db.Set<OrgUnit>().AnyAsync(u => u.Id == id, cancellationToken) ? order : throw new Refusal("Cases.Refusal.UnitUnknown");
    }
}
