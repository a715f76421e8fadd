using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines.Imports;

/// <summary>What somebody says of a proposed day.</summary>
public enum ProposalDecision
{
    /// <summary>No; it is not proposed again.</summary>
    Reject,

    /// <summary>Look at it again.</summary>
    Reconsider,

    /// <summary>Take what the file says now.</summary>
    TakeDifference,

    /// <summary>Keep what was decided.</summary>
    KeepDecision,
}

/// <summary>A decision on proposed days, other than confirming them.</summary>
/// <param name="Ids">The proposals.</param>
/// <param name="Decision">What is said.</param>
public sealed record DecideProposal(IReadOnlyCollection<Guid> Ids, ProposalDecision Decision);

/// <summary>A correction of a proposed day.</summary>
public sealed record EditProposal(Guid Id, int SeenVersion, DateOnly On, CalendarExceptionKind Kind, string? Name, string? Source, DateOnly? PairOn);

/// <summary>Rejects, reopens and edits proposed days. The calendar is not touched by any of it.</summary>
public sealed class DecideProposalHandler(IServiceDeskDb db, ChangeLog log, ICurrentUser user, TimeProvider time)
{
    /// <summary>Decides; the number of days decided.</summary>
    public async Task<int> HandleAsync(DecideProposal command, CancellationToken cancellationToken)
    {
        RefuseIfNotAllowed();
        var proposals = await db.Set<CalendarProposal>().Where(p => command.Ids.Contains(p.Id)).ToListAsync(cancellationToken);
        if (proposals.Count == 0)
            throw new Refusal("Deadlines.Refusal.NoDayChosen");
        foreach (var proposal in proposals)
        {
            var before = Values(proposal);
            await DecideAsync(proposal, command.Decision, cancellationToken);
            Record(proposal, before);
        }

        await SaveAsync(cancellationToken);
        return proposals.Count;
    }

    /// <summary>Corrects a day by hand.</summary>
    public async Task HandleAsync(EditProposal command, CancellationToken cancellationToken)
    {
        RefuseIfNotAllowed();
        var proposal = await db.Set<CalendarProposal>().SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken)
            ?? throw new Refusal("Deadlines.Refusal.NoDayChosen");
        if (proposal.Version != command.SeenVersion)
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        var before = Values(proposal);
        proposal.Edit(command.On, command.Kind, command.Name, command.Source, command.PairOn, user.Name, time.GetUtcNow());
        Record(proposal, before);
        await SaveAsync(cancellationToken);
    }

    private void Record(CalendarProposal proposal, ChangeValues before) =>
        log.Record(ChangedThing.CalendarDay, proposal.Id, $"{proposal.On:yyyy-MM-dd} {proposal.Name}", before, Values(proposal), action: ChangeAction.Changed);

    private static ChangeValues Values(CalendarProposal proposal) => new ChangeValues()
        .With(ChangedField.Day, proposal.On).With(ChangedField.Kind, proposal.Kind).With(ChangedField.Name, proposal.Name)
        .With(ChangedField.Text, proposal.Source).With(ChangedField.State, proposal.State);

    private async Task DecideAsync(CalendarProposal proposal, ProposalDecision decision, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (decision)
        {
            case ProposalDecision.Reject:
                proposal.Reject(user.Name, now);
                break;
            case ProposalDecision.Reconsider:
                if (proposal.ExceptionId is { } id && await db.Set<CalendarException>().AnyAsync(e => e.Id == id && e.WithdrawnAt == null, cancellationToken))
                    throw new Refusal("Deadlines.Refusal.ProposalConfirmed", proposal.On);
                proposal.Reconsider(user.Name, now);
                break;
            case ProposalDecision.TakeDifference:
                proposal.TakeDifference(user.Name, now);
                break;
            case ProposalDecision.KeepDecision:
                proposal.KeepDecision(user.Name, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(decision), decision, null);
        }
    }

    private void RefuseIfNotAllowed()
    {
        if (!user.May(Permission.ManageCalendar))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        }
    }
}

/// <summary>Proposed days to be entered into the calendar.</summary>
/// <param name="Ids">The proposals.</param>
/// <param name="Replaces">Whether an exception in force on such a day gives way.</param>
/// <param name="Reason">Why; refused when empty.</param>
/// <param name="SettingsVersion">The version of the settings the administrator saw.</param>
public sealed record ConfirmProposals(IReadOnlyCollection<Guid> Ids, bool Replaces, string Reason, int SettingsVersion);

/// <summary>Enters proposed days into the calendar: proposals, exceptions and history in one save.</summary>
public sealed class ConfirmProposalsHandler(IServiceDeskDb db, ChangeCalendarHandler change, ICurrentUser user)
{
    /// <summary>Confirms them. Refuses days somebody decided meanwhile and days with another exception unless that one gives way.</summary>
    public async Task HandleAsync(ConfirmProposals command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageCalendar))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var proposals = await db.Set<CalendarProposal>().Where(p => command.Ids.Contains(p.Id)).OrderBy(p => p.On).ToListAsync(cancellationToken);
        await change.HandleAsync(new(new ConfirmProposedDays(proposals, command.Replaces, command.Reason), command.SettingsVersion), cancellationToken);
    }
}
