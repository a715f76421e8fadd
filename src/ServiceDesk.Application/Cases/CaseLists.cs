using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>What a list of cases means to the person who looks: the same for its page, its count in the menu, the way from case to case and steps on many.</summary>
public sealed class CaseLists(IServiceDeskDb db, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int MaxWords = 6;

    /// <summary>The cases a list means, of those whose heads the person may see.</summary>
    public IQueryable<Case> Matching(ListCases query)
    {
        var today = local.DateOf(time.GetUtcNow());
        var cases = db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).InView(query.View, user, today);
        cases = query switch
        {
            { Closed: true } => cases.Where(c => c.State == CaseState.Closed),
            { States: { Count: > 0 } states } => cases.Where(c => states.Contains(c.State)),
            _ => cases.Where(c => c.State != CaseState.Closed),
        };
        if (query.UnitIds is { Count: > 0 } units)
            cases = cases.Where(c => units.Contains(c.UnitId));
        if (query.AssigneeIds.Count > 0 || query.Unassigned)
        {
            var (people, nobody) = (query.AssigneeIds.Select(id => (Guid?)id).ToList(), query.Unassigned);
            cases = cases.Where(c => people.Contains(c.AssigneeId) || (nobody && c.AssigneeId == null));
        }

        if (query.Kinds is { Count: > 0 } kinds)
            cases = cases.Where(c => kinds.Contains(c.Kind));
        if (query.Channels is { Count: > 0 } channels)
            cases = cases.Where(c => channels.Contains(c.Channel));
        if (query.TopicIds.Count > 0)
            cases = cases.InTopics(db, query.TopicIds);

        if (query.Formal is { } formal)
            cases = cases.Where(c => c.IsFormal == formal);
        if (query.ClientId is { } client)
            cases = cases.Where(OfClient(client));
        if (query.ReceivedFrom is { } from)
            cases = cases.Where(c => c.ReceivedOn >= from);
        if (query.ReceivedTo is { } to)
            cases = cases.Where(c => c.ReceivedOn <= to);
        return WithWords(DueIn(cases, query, today), query.Text);
    }

    /// <summary>The order of a list, as far as this person may know what it goes by.</summary>
    public CaseOrder OrderOf(ListCases query)
    {
        var forward = !query.Reversed;
        return query.Sort switch
        {
            CaseSort.Due when query.Closed => CaseOrder.By(c => c.ClosedAt, !forward, r => r.ClosedAt),
            CaseSort.Due => CaseOrder.By(c => c.DueSort, forward, r => r.DueSort),
            CaseSort.Number => CaseOrder.By(c => c.RegisterYear, c => c.Sequence, forward, r => r.RegisterYear, r => r.Sequence),
            CaseSort.Subject => CaseOrder.By(SubjectKey(), forward, r => r.Subject ?? ""),
            CaseSort.Client => CaseOrder.By(ClientKey(), forward, r => r.ClientName ?? ""),
            CaseSort.Unit => CaseOrder.By(
                c => db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(), c => c.DueSort, forward, r => r.UnitName, r => r.DueSort),
            CaseSort.Received => CaseOrder.By(c => c.ReceivedAt, forward, r => r.ReceivedAt),
            CaseSort.State => CaseOrder.By(
                c => c.State == CaseState.New ? 0 : c.State == CaseState.InProgress ? 1 : c.State == CaseState.Waiting ? 2 : c.State == CaseState.Answered ? 3 : 4, c => c.DueSort, forward,
                r => r.State switch { CaseState.New => 0, CaseState.InProgress => 1, CaseState.Waiting => 2, CaseState.Answered => 3, _ => 4 }, r => r.DueSort),
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };
    }

    /// <summary>A row as the database gives it, with what decides how much of it the person may see.</summary>
    public Expression<Func<Case, RawCaseRow>> Row()
    {
        var offered = db.Set<Case>().OfferedTo(user);
        return IfReadable((c, mayRead) => new RawCaseRow(
            new CaseRow
            {
                Id = c.Id,
                Number = c.Number,
                Subject = c.Subject,
                Kind = c.Kind,
                Channel = c.Channel,
                State = c.State,
                Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(),
                ClientName = c.Contact.Name,
                ClientIsHidden = false,
                UnitName = db.Set<OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
                AssigneeName = db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault(),
                ReceivedOn = c.ReceivedOn,
                ReceivedAt = c.ReceivedAt,
                RegisterYear = c.RegisterYear,
                Sequence = c.Sequence,
                ClosedAt = c.ClosedAt,
                DueOn = c.NextDueOn,
                DueLayer = c.NextDueLayer,
                RuleId = c.NextRuleId,
                IsInternal = c.Audience == Audience.Internal,
                HasFailedMessage = c.HasFailedMessage,
                WaitingSince = c.WaitingSince,
                WaitingUntilOn = c.WaitingUntilOn,
                IsOffered = c.OfferedAt != null,
                AwaitsMe = c.OfferedAt != null && offered.Any(o => o.Id == c.Id),
                IsConfidential = c.IsConfidential,
                DueSort = c.DueSort,
            },
            c.Contact.UnitMayKnow,
            mayRead));
    }

    /// <summary>The row without what the person may not see.</summary>
    public CaseRow WithoutSecrets(RawCaseRow raw)
    {
        var mayKnow = raw.MayRead && user.MayKnowClient(raw.UnitMayKnow, raw.Row.IsInternal);
        return raw.Row with
        {
            Subject = raw.MayRead ? raw.Row.Subject : null,
            ClientName = mayKnow ? raw.Row.ClientName : null,
            ClientIsHidden = !mayKnow && raw.Row.ClientName is not null,
        };
    }

    private static IQueryable<Case> DueIn(IQueryable<Case> cases, ListCases query, DateOnly today)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        cases = query.Due switch
        {
            null => cases,
            DueFilter.Late => cases.Where(c => c.DueSort < today),
            DueFilter.Today => cases.Where(c => c.DueSort == today),
            DueFilter.Week => cases.Where(c => c.DueSort >= today && c.DueSort <= sunday),
            DueFilter.None => cases.Where(c => c.DueSort == DateOnly.MaxValue),
            _ => throw new ArgumentOutOfRangeException(nameof(query)),
        };
        if (query.DueFrom is { } from)
            cases = cases.Where(c => c.DueSort >= from && c.DueSort < DateOnly.MaxValue);
        if (query.DueTo is { } to)
            cases = cases.Where(c => c.DueSort <= to);
        return cases;
    }

    private IQueryable<Case> WithWords(IQueryable<Case> cases, string? text)
    {
        foreach (var word in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MaxWords))
        {
            var low = word.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // becomes LOWER and LIKE in SQL; no culture of this machine is asked
            cases = cases.Where(IfReadable((c, mayRead) => c.Number.ToLower().Contains(low) || (c.OldNumber != null && c.OldNumber.ToLower().Contains(low)) || (mayRead && c.Subject.ToLower().Contains(low))));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return cases;
    }

    /// <summary>Who sees heads of cases they may not read finds those together at one end, in no order that tells of their subjects.</summary>
    private Expression<Func<Case, string>> SubjectKey() =>
        SeesOnlyReadable ? c => c.Subject : IfReadable((c, mayRead) => mayRead ? c.Subject : "");

    private Expression<Func<Case, string>> ClientKey()
    {
        var knowsAll = user.MayKnowClient(unitMayKnow: false, isInternal: false);
        var knowsSome = user.MayKnowClient(unitMayKnow: true, isInternal: true);
        return IfReadable((c, mayRead) => mayRead && (knowsAll || (knowsSome && (c.Contact.UnitMayKnow || c.Audience == Audience.Internal))) ? c.Contact.Name ?? "" : "");
    }

    /// <summary>Who may not know the client of a case does not learn it from a filter or a count either.</summary>
    private Expression<Func<Case, bool>> OfClient(Guid client)
    {
        var knowsAll = user.MayKnowClient(unitMayKnow: false, isInternal: false);
        var knowsSome = user.MayKnowClient(unitMayKnow: true, isInternal: true);
        return IfReadable((c, mayRead) => c.ClientId == client && mayRead && (knowsAll || (knowsSome && (c.Contact.UnitMayKnow || c.Audience == Audience.Internal))));
    }

    /// <summary>Also who reads all cases sees heads only of those confidential.</summary>
    private bool SeesOnlyReadable => !user.May(Permission.SeeAllCaseHeads);

    /// <summary>
    /// Puts the condition of <see cref="CaseAccess.ReadableBy"/> in the place of the second parameter: the database asks it of the row
    /// it has in hand, where a question for the row's key among all readable cases would read the register a second time.
    /// </summary>
    private Expression<Func<Case, TResult>> IfReadable<TResult>(Expression<Func<Case, bool, TResult>> template)
    {
        var item = template.Parameters[0];
        Expression? condition = null;
        for (var query = Array.Empty<Case>().AsQueryable().ReadableBy(user).Expression; query is MethodCallExpression { Method.Name: nameof(Queryable.Where) } where; query = where.Arguments[0])
        {
            var lambda = (LambdaExpression)((UnaryExpression)where.Arguments[1]).Operand;
            var one = new Swap(lambda.Parameters[0], item).Visit(lambda.Body);
            condition = condition is null ? one : Expression.AndAlso(one, condition);
        }

        return Expression.Lambda<Func<Case, TResult>>(new Swap(template.Parameters[1], condition ?? Expression.Constant(true)).Visit(template.Body), item);
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>A row before what the person may not see is taken out.</summary>
/// <param name="Row">All of it.</param>
/// <param name="UnitMayKnow">The client lets the unit know who they are.</param>
/// <param name="MayRead">The person may read the case in full.</param>
public sealed record RawCaseRow(CaseRow Row, bool UnitMayKnow, bool MayRead);
