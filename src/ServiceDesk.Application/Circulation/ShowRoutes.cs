using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Circulation;

/// <summary>A step as it is shown.</summary>
/// <param name="Step">The step.</param>
/// <param name="Who">Person or unit.</param>
/// <param name="IsLate">Whether its day is over.</param>
/// <param name="Answers">What was answered here, oldest first.</param>
public sealed record RouteStepRow(RouteStep Step, string Who, bool IsLate, IReadOnlyList<RouteAnswer> Answers);

/// <summary>A route as it is shown.</summary>
public sealed record RouteRow(DocumentRoute Route, IReadOnlyList<RouteStepRow> Steps);

/// <summary>The routes of a document.</summary>
/// <param name="Current">The newest, unless it was withdrawn; null when the draft is not on its way.</param>
/// <param name="Earlier">Those before, newest first.</param>
/// <param name="Mine">The step that waits for the person.</param>
/// <param name="Fingerprint">Of the draft as it is shown.</param>
public sealed record RoutesView(RouteRow? Current, IReadOnlyList<RouteRow> Earlier, RouteStep? Mine, string Fingerprint)
{
    /// <summary>Approvals that an edit of the draft would void.</summary>
    public int Approvals => Current?.Route.Answers.Count(a => a is { IsApproved: true, VoidedAt: null }) ?? 0;
}

/// <summary>Somebody or some unit that can be asked.</summary>
/// <param name="Recipient">Whom a step would be for.</param>
/// <param name="Name">What people read.</param>
/// <param name="UnitName">Their unit.</param>
public sealed record RouteChoice(RouteRecipient Recipient, string Name, string UnitName);

/// <summary>Shows the routes of a document one may see, and whom a draft can be sent to.</summary>
public sealed class ShowRoutesHandler(IServiceDeskDb db, DocumentDesk desk, ICurrentUser user)
{
    /// <summary>The routes; ask only for a document the person may see.</summary>
    public async Task<RoutesView> HandleAsync(Document document, CancellationToken cancellationToken)
    {
        var routes = await db.Set<DocumentRoute>().AsNoTracking().Include(r => r.Steps).Include(r => r.Answers)
            .Where(r => r.DocumentId == document.Id).OrderByDescending(r => r.StartedAt).ToListAsync(cancellationToken);
        if (routes.Count == 0)
            return new RoutesView(null, [], null, Fingerprints.Of(document));
        var steps = routes.SelectMany(r => r.Steps).ToList();
        Guid?[] people = [.. steps.Select(s => s.EmployeeId).Distinct()];
        Guid?[] units = [.. steps.Select(s => s.UnitId).Distinct()];
        var names = await db.Set<Employee>().Where(e => people.Contains(e.Id)).Select(e => new { e.Id, Name = e.Name + " " + e.Surname }).ToDictionaryAsync(e => e.Id, e => e.Name, cancellationToken);
        foreach (var unit in await db.Set<OrgUnit>().Where(u => units.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync(cancellationToken))
            names[unit.Id] = unit.Name;
        var waiting = await db.Set<RouteStep>().AsNoTracking().WaitingFor(user).Where(s => s.DocumentId == document.Id).OrderBy(s => s.Place).ToListAsync(cancellationToken);
        var rows = routes.ConvertAll(r => new RouteRow(r, [.. r.Steps.OrderBy(s => s.Place).Select(s => Row(s, r, names))]));
        var current = rows[0].Route.State == RouteState.Withdrawn ? null : rows[0];
        var mine = current?.Route is { State: RouteState.Running } running && user.EmployeeId != document.AuthorId && user.EmployeeId != running.ById
            ? waiting.Find(s => s.RouteId == running.Id) : null;
        return new RoutesView(current, [.. rows.Skip(current is null ? 0 : 1)], mine, Fingerprints.Of(document));
    }

    /// <summary>Whom a draft can be sent to: heads of units, units, people; each by name.</summary>
    public async Task<IReadOnlyList<RouteChoice>> ChoicesAsync(Document document, CancellationToken cancellationToken)
    {
        var t = Texts.Current;
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.RetiredAt == null).OrderBy(u => u.Name).Select(u => new { u.Id, u.Name, u.HeadId }).ToListAsync(cancellationToken);
        var people = await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive && e.Id != document.AuthorId && e.Id != user.EmployeeId).OrderBy(e => e.Surname).ThenBy(e => e.Name)
            .Select(e => new { e.Id, e.UnitId, Name = e.Name + " " + e.Surname + ", " + e.Position }).ToListAsync(cancellationToken);
        return
        [
            .. units.SelectMany(u => people.Where(p => p.UnitId == u.Id).Select(p => new RouteChoice(new(p.Id, null), p.Name, u.Name))
                .Prepend(new RouteChoice(new(null, u.Id), t["Circulation.Route.AnybodyOf", u.Name], u.Name))
                .Concat(u.HeadId is { } ? [new RouteChoice(new(null, u.Id, true), t["Circulation.Route.HeadOf", u.Name], u.Name)] : [])),
        ];
    }

    /// <summary>The newest route of a document of the same kind and unit, to begin with; nothing when there is none.</summary>
    public async Task<IReadOnlyList<PlannedStep>> UsualAsync(Document document, CancellationToken cancellationToken)
    {
        var last = await db.Set<DocumentRoute>().AsNoTracking().Include(r => r.Steps)
            .Where(r => r.State != RouteState.Withdrawn && db.Set<Document>().Any(d => d.Id == r.DocumentId && d.Kind == document.Kind && d.UnitId == document.UnitId))
            .OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellationToken);
        return [.. (last?.Steps ?? []).OrderBy(s => s.Place).Where(s => s.EmployeeId is null || (s.EmployeeId != document.AuthorId && s.EmployeeId != user.EmployeeId))
            .Select(s => new PlannedStep(new RouteRecipient(s.EmployeeId, s.UnitId, s.IsForHead), s.Task, s.Days))];
    }

    private RouteStepRow Row(RouteStep step, DocumentRoute route, Dictionary<Guid, string> names)
    {
        var name = names.GetValueOrDefault(step.EmployeeId ?? step.UnitId ?? Guid.Empty) ?? "–";
        var who = step.EmployeeId is not null ? name : Texts.Current[step.IsForHead ? "Circulation.Route.HeadOf" : "Circulation.Route.AnybodyOf", name];
        return new RouteStepRow(step, who, step.State == RouteStepState.Waiting && route.State == RouteState.Running && step.DueOn < desk.Today, [.. route.Answers.Where(a => a.StepId == step.Id).OrderBy(a => a.At)]);
    }
}
