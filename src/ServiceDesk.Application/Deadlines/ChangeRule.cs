using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>One change of the municipality's standard. It makes a new version.</summary>
/// <param name="InForceFrom">First receipt day of the new version; refused before that of the version it changes.</param>
/// <param name="Reason">Why; refused when empty.</param>
public abstract record StandardEdit(DateOnly InForceFrom, string Reason) : DeadlineEdit(Reason)
{
    internal abstract ServiceStandard Apply(ServiceStandard standard);

    internal abstract string What { get; }
}

/// <summary>Gives a rule another term.</summary>
public sealed record ChangeTerm(string RuleId, Term Term, DateOnly InForceFrom, string Reason) : StandardEdit(InForceFrom, Reason)
{
    internal override string What => $"{RuleId} {Term.Count} {Term.Unit}";

    internal override ServiceStandard Apply(ServiceStandard standard)
    {
        var rule = standard.Find(RuleId) ?? throw new Refusal("Deadlines.Refusal.UnknownRule", RuleId, standard.Id);
        if (rule.Term == Term)
            throw new Refusal("Deadlines.Refusal.NothingChanged");
        return standard with { Rules = [.. standard.Rules.Select(r => r.Id == RuleId ? r with { Term = Term } : r)] };
    }
}

/// <summary>Switches a duty on or off.</summary>
public sealed record SwitchDuty(string DutyId, bool On, DateOnly InForceFrom, string Reason) : StandardEdit(InForceFrom, Reason)
{
    internal override string What => $"{DutyId} {(On ? "on" : "off")}";

    internal override ServiceStandard Apply(ServiceStandard standard)
    {
        var duty = standard.Duties.FirstOrDefault(d => d.Id == DutyId) ?? throw new Refusal("Deadlines.Refusal.UnknownDuty", DutyId);
        if (duty.On == On)
            throw new Refusal("Deadlines.Refusal.NothingChanged");
        return standard with { Duties = [.. standard.Duties.Select(d => d.Id == DutyId ? d with { On = On } : d)] };
    }
}

/// <summary>Changes how days are counted.</summary>
public sealed record ChangeCounting(AfterHoursReceipt AfterHours, FirstCountedDay FirstCounted, DateOnly InForceFrom, string Reason) : StandardEdit(InForceFrom, Reason)
{
    internal override string What => $"{AfterHours} {FirstCounted}";

    internal override ServiceStandard Apply(ServiceStandard standard) =>
        standard.Settings.AfterHoursReceipt == AfterHours && standard.Settings.FirstCountedDay == FirstCounted
            ? throw new Refusal("Deadlines.Refusal.NothingChanged")
            : standard with { Settings = standard.Settings with { AfterHoursReceipt = AfterHours, FirstCountedDay = FirstCounted } };
}

/// <summary>Takes changes back: a new version that says what an earlier one said.</summary>
/// <param name="Earlier">The earlier version.</param>
/// <param name="InForceFrom">First receipt day of the new version.</param>
/// <param name="Reason">Why; refused when empty.</param>
public sealed record RestoreVersion(ServiceStandard Earlier, DateOnly InForceFrom, string Reason) : StandardEdit(InForceFrom, Reason)
{
    internal override string What => $"restored {Earlier.Version}";

    internal override ServiceStandard Apply(ServiceStandard standard) =>
        CompareStandardsHandler.Differences(standard, Earlier, contentOnly: true).Count == 0 ? throw new Refusal("Deadlines.Refusal.NothingChanged") : Earlier;

    /// <summary>All that is previewed, for comparing with what is applied.</summary>
    public override string ToString() => $"{What} {InForceFrom:yyyy-MM-dd} {Reason}";
}

/// <summary>Changes the municipality's standard.</summary>
/// <param name="Edit">The change.</param>
/// <param name="SettingsVersion">The version the administrator saw; refused when somebody changed calendar or rules since.</param>
public sealed record ChangeRule(StandardEdit Edit, int SettingsVersion);

/// <summary>
/// Stores a new version of the standard. Items received before the day it comes into force keep their version;
/// running clocks received since are moved by a job (<see cref="RecalculateClocksHandler"/>).
/// </summary>
public sealed class ChangeRuleHandler(
    IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards, ChangePreviewer previewer, DeadlineNumbers numbers, IJobBoard jobs,
    ChangeLog log, ICurrentUser user, TimeProvider time)
{
    /// <summary>Shows which running clocks the change would move, without changing anything.</summary>
    public async Task<ChangePreview> PreviewAsync(StandardEdit edit, CancellationToken cancellationToken)
    {
        var table = await standards.TableAsync(cancellationToken);
        var changed = table with { Standards = [.. table.Standards, Next(table, edit)] };
        return await previewer.PreviewAsync(await calendars.GetAsync(cancellationToken), changed, cancellationToken);
    }

    /// <summary>Stores the new version.</summary>
    public async Task HandleAsync(ChangeRule command, CancellationToken cancellationToken)
    {
        var settings = await db.Set<DeadlineSettings>().SingleAsync(cancellationToken);
        if (settings.Version != command.SettingsVersion)
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        var next = Next(await standards.TableAsync(cancellationToken), command.Edit);
        db.Set<StandardVersion>().Add(new(next, StandardJson.Write(next), command.Edit.Reason, user.Name, time.GetUtcNow()));
        settings.RulesChanged();
        db.Set<DeadlineChange>().Add(new(
            DeadlineChangeKind.RuleChanged, settings.RulesNumber, $"{next.Id} {next.Version}: {command.Edit.What}", command.Edit.Reason.Trim(), user.Name, time.GetUtcNow()));
        log.Record(ChangedThing.Rule, $"{next.Id}/{next.Version}", $"{next.Name.Lv}, {next.Version}", null,
            new ChangeValues().With(ChangedField.Text, command.Edit.What).With(ChangedField.ValidFrom, next.InForceFrom), command.Edit.Reason, ChangeAction.Changed);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Deadlines.Refusal.ChangedMeanwhile");
        }

        numbers.Forget();
        await jobs.TriggerAsync(RecalculateClocksJob.Name, cancellationToken);
    }

    // Always from the newest version: one in force from a later day must not lose its changes to one made after it.
    private ServiceStandard Next(RuleTable table, StandardEdit edit)
    {
        if (string.IsNullOrWhiteSpace(edit.Reason))
            throw new Refusal("Deadlines.Refusal.ReasonNeeded");
        var newest = table.Standards.Where(s => s.Id == standards.ActiveId).MaxBy(s => s.Version)
            ?? throw new Refusal("Deadlines.Refusal.UnknownStandard", standards.ActiveId);
        if (edit.InForceFrom < newest.InForceFrom)
            throw new Refusal("Deadlines.Refusal.VersionBeforeLast", edit.InForceFrom, newest.InForceFrom);
        return edit.Apply(newest) with { Version = newest.Version + 1, InForceFrom = edit.InForceFrom };
    }
}
