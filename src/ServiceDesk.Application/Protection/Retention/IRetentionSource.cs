using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>A record whose term may be over.</summary>
/// <param name="RecordId">Which one.</param>
/// <param name="Label">Its number, or the year of a log; no name.</param>
/// <param name="Quantity">How many records stand behind it.</param>
/// <param name="ClosedOn">Local day it was closed.</param>
public sealed record RetentionCandidate(Guid RecordId, string Label, int Quantity, DateOnly ClosedOn);

/// <summary>Where records of one kind lie. A feature that keeps records with a term adds one; found by scanning.</summary>
public interface IRetentionSource
{
    /// <summary>Kind of record.</summary>
    RecordKind Kind { get; }

    /// <summary>Records closed on a local day or before, oldest first, without those excluded.</summary>
    Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken);
}

/// <summary>A record that brings its own term.</summary>
/// <param name="Record">The record.</param>
/// <param name="KeptThrough">Last local day of its term.</param>
/// <param name="Basis">By what right it was kept so long.</param>
public sealed record OwnTermCandidate(RetentionCandidate Record, DateOnly KeptThrough, string Basis);

/// <summary>Where records lie whose term is written on each of them. Found by scanning.</summary>
public interface IOwnTermSource
{
    /// <summary>Kind of record.</summary>
    RecordKind Kind { get; }

    /// <summary>Records past their term on a local day, oldest first, without those excluded.</summary>
    Task<IReadOnlyList<OwnTermCandidate>> FindAsync(DateOnly today, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken);
}

/// <summary>Closed cases of one kind that lie in no file; in a file the term of the file holds. What was merged into another case stays as long as that one.</summary>
public abstract class CasesPastTerm(IServiceDeskDb db, LocalTime local, RecordKind kind) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => kind;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken)
    {
        var end = local.EndOf(closedBy);
        var register = kind switch { RecordKind.Inquiry => Register.Inquiries, RecordKind.ImportedCase => Register.Imported, _ => Register.Cases };
        var cases = db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Closed && c.ClosedAt < end && !excluded.Contains(c.Id)
            && !db.Set<FiledItem>().Any(i => i.RecordId == c.Id && i.LeftAt == null)
            && db.Set<Register>().Any(r => r.Id == c.RegisterId && r.Code == register)
            && (c.MergedIntoId == null || db.Set<Case>().Any(s => s.Id == c.MergedIntoId && s.State == CaseState.Closed && s.ClosedAt < end)));
        if (kind is RecordKind.Complaint or RecordKind.Submission)
            cases = cases.Where(c => (c.Kind == CaseKind.Complaint) == (kind == RecordKind.Complaint));
        var rows = await cases.OrderBy(c => c.ClosedAt).ThenBy(c => c.Id).Take(most).Select(c => new { c.Id, c.Number, c.ClosedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new RetentionCandidate(r.Id, r.Number, 1, local.DateOf(r.ClosedAt!.Value)))];
    }
}

/// <summary>Submissions past their term.</summary>
public sealed class SubmissionsPastTerm(IServiceDeskDb db, LocalTime local) : CasesPastTerm(db, local, RecordKind.Submission);

/// <summary>Complaints past their term.</summary>
public sealed class ComplaintsPastTerm(IServiceDeskDb db, LocalTime local) : CasesPastTerm(db, local, RecordKind.Complaint);

/// <summary>Questions of colleagues past their term.</summary>
public sealed class InquiriesPastTerm(IServiceDeskDb db, LocalTime local) : CasesPastTerm(db, local, RecordKind.Inquiry);

/// <summary>Cases of older registers past their term.</summary>
public sealed class ImportedCasesPastTerm(IServiceDeskDb db, LocalTime local) : CasesPastTerm(db, local, RecordKind.ImportedCase);

/// <summary>Closed entries of the register of personal-data breaches.</summary>
public sealed class DataBreachesPastTerm(IServiceDeskDb db) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.DataBreach;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken) =>
        await db.Set<DataBreach>().AsNoTracking().Where(b => b.ClosedOn <= closedBy && !excluded.Contains(b.Id)).OrderBy(b => b.ClosedOn).ThenBy(b => b.Id).Take(most)
            .Select(b => new RetentionCandidate(b.Id, b.Number, 1, b.ClosedOn!.Value)).ToListAsync(cancellationToken);
}

/// <summary>Proofs of consents that ended, by years: one row names no address.</summary>
public sealed class ConsentsPastTerm(IServiceDeskDb db) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.Consent;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken) =>
        YearBundles.FindAsync(
            Kind, closedBy, excluded, most,
            async token => (await db.Set<Consent>().MinAsync(c => c.EndedOn, token))?.Year,
            (year, token) => db.Set<Consent>().CountAsync(c => c.EndedOn >= new DateOnly(year, 1, 1) && c.EndedOn <= new DateOnly(year, 12, 31), token),
            cancellationToken);
}

/// <summary>Years of the log of changes.</summary>
public sealed class ChangesPastTerm(IServiceDeskDb db, LocalTime local) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.ChangeLog;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken) =>
        YearBundles.FindAsync(
            Kind, closedBy, excluded, most,
            async token => await db.Set<ChangeRecord>().MinAsync(c => (DateTimeOffset?)c.At, token) is { } first ? local.DateOf(first).Year : null,
            (year, token) =>
            {
                var (from, to) = (local.StartOf(new DateOnly(year, 1, 1)), local.StartOf(new DateOnly(year + 1, 1, 1)));
                return db.Set<ChangeRecord>().CountAsync(c => c.At >= from && c.At < to, token);
            },
            cancellationToken);
}

/// <summary>Years of the log of who read what.</summary>
public sealed class ReadsPastTerm(IServiceDeskDb db, LocalTime local) : IRetentionSource
{
    /// <inheritdoc/>
    public RecordKind Kind => RecordKind.AccessLog;

    /// <inheritdoc/>
    public Task<IReadOnlyList<RetentionCandidate>> FindAsync(DateOnly closedBy, IQueryable<Guid> excluded, int most, CancellationToken cancellationToken) =>
        YearBundles.FindAsync(
            Kind, closedBy, excluded, most,
            async token => await db.Set<ReadRecord>().MinAsync(r => (DateTimeOffset?)r.At, token) is { } first ? local.DateOf(first).Year : null,
            (year, token) =>
            {
                var (from, to) = (local.StartOf(new DateOnly(year, 1, 1)), local.StartOf(new DateOnly(year + 1, 1, 1)));
                return db.Set<ReadRecord>().CountAsync(r => r.At >= from && r.At < to, token);
            },
            cancellationToken);
}

/// <summary>Logs go by whole years: one row for each, counted, under a key made of kind and year.</summary>
public static class YearBundles
{
    /// <summary>The years that ended on a day or before and hold something.</summary>
    /// <param name="kind">Kind of record.</param>
    /// <param name="closedBy">Last closing day.</param>
    /// <param name="excluded">Keys not wanted.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="first">The first year with something in it; null when there is none.</param>
    /// <param name="count">How many records a year holds.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<RetentionCandidate>> FindAsync(
        RecordKind kind, DateOnly closedBy, IQueryable<Guid> excluded, int most, Func<CancellationToken, Task<int?>> first, Func<int, CancellationToken, Task<int>> count,
        CancellationToken cancellationToken)
    {
        List<RetentionCandidate> found = [];
        if (await first(cancellationToken) is not { } year)
            return found;
        var taken = await excluded.ToListAsync(cancellationToken);
        for (; new DateOnly(year, 12, 31) <= closedBy && found.Count < most; year++)
        {
            var key = KeyOf(kind, year);
            if (!taken.Contains(key) && await count(year, cancellationToken) is > 0 and var records)
                found.Add(new RetentionCandidate(key, year.ToString(System.Globalization.CultureInfo.InvariantCulture), records, new DateOnly(year, 12, 31)));
        }

        return found;
    }

    /// <summary>The key of a year of a log.</summary>
    public static Guid KeyOf(RecordKind kind, int year) => new(year, (short)kind, 0x7365, 0x6c, 0x6f, 0x67, 0x79, 0x65, 0x61, 0x72, 0x00);
}
