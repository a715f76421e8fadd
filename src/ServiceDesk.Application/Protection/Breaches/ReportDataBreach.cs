using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Breaches;

/// <summary>Somebody of the house saw, or fears, that personal data went astray.</summary>
/// <param name="Token">The form's one-time token.</param>
/// <param name="DiscoveredAt">When it was noticed, UTC; null is now.</param>
/// <param name="Told">What is known.</param>
public sealed record ReportDataBreach(Guid Token, DateTimeOffset? DiscoveredAt, BreachDescription Told);

/// <summary>Enters a breach in the register and tells the data-protection officer at once. Every employee may.</summary>
public sealed class ReportDataBreachHandler(
    IServiceDeskDb db, RegisterNumbers numbers, ProtectionStaff staff, BreachLetters letters, ProtectionEditor editor, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Key and number of the entry; the same form sent twice makes one.</summary>
    public async Task<(Guid Id, string Number)> HandleAsync(ReportDataBreach command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.KeepOwnAccount);
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Set<DataBreach>().AsNoTracking().Where(b => b.Token == command.Token).Select(b => new { b.Id, b.Number }).SingleOrDefaultAsync(cancellationToken) is { } there)
                return (there.Id, there.Number);
            try
            {
                return await db.InTransactionAsync(token => ReportOnceAsync(command, token), cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // A twin was faster: the token or the first number of the year is taken. Look again.
            }
        }
    }

    private async Task<(Guid Id, string Number)> ReportOnceAsync(ReportDataBreach command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var year = local.DateOf(now).Year;
        var (register, sequence) = await numbers.NextAsync(Register.DataBreaches, year, cancellationToken);
        var item = DataBreach.Report(register, year, sequence, command.Token, command.Told, command.DiscoveredAt ?? now, user.AsActor(), now);
        db.Set<DataBreach>().Add(item);
        var people = await staff.TellAsync(Permission.ManageDataBreaches, NoticeKind.DataBreachReported, $"{item.Id:N}", now, cancellationToken, item.Number, $"{item.Id}");
        letters.Reported(item, people, now);
        await db.SaveChangesAsync(cancellationToken);
        return (item.Id, item.Number);
    }
}
