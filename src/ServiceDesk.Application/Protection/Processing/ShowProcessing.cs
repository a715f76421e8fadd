using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection.Processing;

/// <summary>One activity with the municipality's fields.</summary>
/// <param name="Activity">What the code does.</param>
/// <param name="Own">What the municipality added; null while it has not.</param>
/// <param name="Terms">The terms that hold for it.</param>
public sealed record ProcessingRow(ProcessingActivity Activity, ProcessingEntry? Own, IReadOnlyList<RetentionRule> Terms);

/// <summary>The record of processing (GDPR art. 30(1)).</summary>
/// <param name="Record">Controller and officer.</param>
/// <param name="Rows">All activities.</param>
public sealed record ProcessingView(ProcessingRecord Record, IReadOnlyList<ProcessingRow> Rows);

/// <summary>Joins the code's list with the municipality's fields and the retention terms.</summary>
public sealed class ShowProcessingHandler(IServiceDeskDb db, ProtectionEditor editor, RetentionTerms terms)
{
    private readonly Texts t = Texts.Current;

    /// <summary>The whole record.</summary>
    public async Task<ProcessingView> HandleAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.KeepProcessingRecord);
        var record = await db.Set<ProcessingRecord>().AsNoTracking().SingleAsync(cancellationToken);
        var own = await db.Set<ProcessingEntry>().AsNoTracking().ToDictionaryAsync(e => e.Activity, cancellationToken);
        var rules = await terms.AllAsync(cancellationToken);
        return new ProcessingView(
            record,
            [.. ProcessingActivities.All.Select(a => new ProcessingRow(a, own.GetValueOrDefault(a.Code), [.. a.Terms.Where(rules.ContainsKey).Select(k => rules[k])]))]);
    }

    /// <summary>Name of an activity.</summary>
    public static string NameOf(ProcessingActivity activity, Texts t) => t[$"Protection.Activities.{activity.Code}.Name"];

    /// <summary>Purpose of an activity.</summary>
    public static string PurposeOf(ProcessingActivity activity, Texts t) => t[$"Protection.Activities.{activity.Code}.Purpose"];

    /// <summary>A term in words.</summary>
    public static string TermOf(RetentionRule rule, Texts t) =>
        $"{t.Of(rule.Kind)}: {(rule.Years is { } years ? t.Plural("Protection.Years", years) : t["Protection.Terms.ForEver"])}";

    /// <summary>The record as a table.</summary>
    public async Task ExportAsync(ISheetWriter sheet, CancellationToken cancellationToken)
    {
        var view = await HandleAsync(cancellationToken);
        await sheet.WriteAsync(
            [
                t["Protection.Processing.Activity"], t["Protection.Processing.Purpose"], t["Protection.Processing.Basis"], t["Protection.Processing.Persons"], t["Protection.Processing.Details"],
                t["Protection.Processing.Recipients"], t["Protection.Processing.Transfers"], t["Protection.Processing.Term"], t["Protection.Processing.Security"], t["Protection.Processing.Processors"],
                t["Protection.Processing.Remark"], t["Protection.Processing.Controller"], t["Protection.Processing.Officer"],
            ], cancellationToken);
        foreach (var (activity, own, rules) in view.Rows)
        {
            await sheet.WriteAsync(
                [
                    NameOf(activity, t), PurposeOf(activity, t), Words(activity.Bases), Words(activity.Persons), Words(activity.Details), Joined(Words(activity.Recipients), own?.Recipients),
                    own?.Transfers ?? t["Protection.Processing.NoTransfers"], string.Join("; ", rules.Select(r => TermOf(r, t))), Joined(Words(activity.Security), own?.Security, view.Record.Security),
                    own?.Processors, own?.Remark, $"{view.Record.Controller}, {view.Record.ControllerContact}", $"{view.Record.Officer}, {view.Record.OfficerContact}",
                ], cancellationToken);
        }
    }

    private static string Joined(params string?[] parts) => string.Join("; ", parts.OfType<string>());

    private string Words<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join("; ", values.Select(v => t.Of(v)));
}

/// <summary>A record of processing to begin with, from the settings of the house.</summary>
public sealed class ProcessingRecordSeed(IServiceDeskDb db, IOptions<MunicipalityOptions> municipality) : ISeed
{
    /// <inheritdoc/>
    public int Order => 31;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ProcessingRecord>().AnyAsync(cancellationToken))
            return;
        var m = municipality.Value;
        db.Set<ProcessingRecord>().Add(new ProcessingRecord(m.FullName, $"{m.Address}, {m.Phone}, {m.Email}", "Datu aizsardzības speciālists", m.DataProtectionEmail, null, null));
        await db.SaveChangesAsync(cancellationToken);
    }
}
