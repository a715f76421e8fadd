using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>A retention term as it is to be from now on.</summary>
/// <param name="Kind">Kind of record.</param>
/// <param name="Years">Whole years; null keeps for ever.</param>
/// <param name="Start">From when.</param>
/// <param name="Basis">By what right.</param>
/// <param name="FileIndex">Index in the file nomenclature.</param>
/// <param name="Reason">Why it changes.</param>
/// <param name="Version">The version the page showed.</param>
public sealed record SaveRetentionRule(RecordKind Kind, int? Years, RetentionStart Start, string? Basis, string? FileIndex, string? Reason, int? Version);

/// <summary>Changes a term. Lists already proposed keep theirs; the next run uses the new one.</summary>
public sealed class SaveRetentionRuleHandler(IServiceDeskDb db, ProtectionEditor editor, RetentionTerms terms, ChangeLog log)
{
    /// <summary>All rules, in the order of kinds.</summary>
    public async Task<IReadOnlyList<RetentionRule>> ListAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        return [.. (await terms.AllAsync(cancellationToken)).Values.OrderBy(r => r.Kind)];
    }

    /// <summary>Saves it.</summary>
    public async Task HandleAsync(SaveRetentionRule command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ApproveRetention);
        var rule = await db.Set<RetentionRule>().SingleAsync(r => r.Kind == command.Kind, cancellationToken);
        ProtectionEditor.RefuseIfStale(rule, command.Version);
        var before = Values(rule);
        rule.Set(command.Years, command.Start, command.Basis, command.FileIndex);
        log.Record(ChangedThing.RetentionTerm, rule.Kind.ToString(), Texts.In("lv").Of(rule.Kind), before, Values(rule), command.Reason);
        await editor.SaveAsync(cancellationToken);
    }

    private static ChangeValues Values(RetentionRule rule) => new ChangeValues().With(ChangedField.Term, rule.Years).With(ChangedField.Kind, rule.Class)
        .With(ChangedField.Start, rule.Start).With(ChangedField.Basis, rule.Basis).With(ChangedField.FileIndex, rule.FileIndex);
}
