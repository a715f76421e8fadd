using System.Globalization;
using System.Linq.Expressions;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases;

/// <summary>
/// An order of cases that can be paged by key: by one or two values and, between equals, by key, so that no row is shown twice or
/// lost. Pages begin after the values a row had when it was shown, wherever it stands now.
/// </summary>
public abstract class CaseOrder
{
    /// <summary>The cases after a row, or from the beginning; <paramref name="backwards"/>: those before it, nearest first.</summary>
    public abstract IQueryable<Case> Page(IQueryable<Case> cases, CaseCursor? after, bool backwards = false);

    /// <summary>Where a row stands.</summary>
    public abstract CaseCursor CursorOf(CaseRow row);

    /// <summary>By one value.</summary>
    public static CaseOrder By<TFirst>(Expression<Func<Case, TFirst>> first, bool ascending, Func<CaseRow, TFirst> firstOf) =>
        new Keyed<TFirst, string>(first, null, ascending, firstOf, null);

    /// <summary>By two values.</summary>
    public static CaseOrder By<TFirst, TSecond>(
        Expression<Func<Case, TFirst>> first, Expression<Func<Case, TSecond>> second, bool ascending, Func<CaseRow, TFirst> firstOf, Func<CaseRow, TSecond> secondOf) =>
        new Keyed<TFirst, TSecond>(first, second, ascending, firstOf, secondOf);

    private sealed class Keyed<TFirst, TSecond>(
        Expression<Func<Case, TFirst>> first, Expression<Func<Case, TSecond>>? second, bool ascending, Func<CaseRow, TFirst> firstOf, Func<CaseRow, TSecond>? secondOf)
        : CaseOrder
    {
        public override CaseCursor CursorOf(CaseRow row) => new(Written(firstOf(row)), secondOf is null ? "" : Written(secondOf(row)), row.Id);

        public override IQueryable<Case> Page(IQueryable<Case> cases, CaseCursor? after, bool backwards = false)
        {
            var up = ascending != backwards;
            if (after is not null && TryRead<TFirst>(after.First, out var firstValue) && (second is null || TryRead<TSecond>(after.Second, out _)))
            {
                TryRead<TSecond>(after.Second, out var secondValue);
                cases = cases.Where(Beyond(new Place(firstValue, secondValue, after.Id), up));
            }

            if (second is null)
                return up ? cases.OrderBy(first).ThenBy(c => c.Id) : cases.OrderByDescending(first).ThenByDescending(c => c.Id);
            return up
                ? cases.OrderBy(first).ThenBy(second).ThenBy(c => c.Id)
                : cases.OrderByDescending(first).ThenByDescending(second).ThenByDescending(c => c.Id);
        }

        /// <summary>first ≥ F and (first > F or (second > S or (second = S and key > K))): the bare ≥ in front lets an index begin there.</summary>
        private Expression<Func<Case, bool>> Beyond(Place place, bool up)
        {
            var item = Expression.Parameter(typeof(Case), "c");
            var at = Expression.Constant(place);
            var key = Later(Expression.Property(item, nameof(Case.Id)), Expression.Property(at, nameof(Place.Id)), up);
            var tail = key;
            if (second is not null)
            {
                var (mine, theirs) = (In(second, item), Expression.Property(at, nameof(Place.Second)));
                tail = Expression.OrElse(Later(mine, theirs, up), Expression.AndAlso(Expression.Equal(mine, theirs), key));
            }

            var (value, bound) = (In(first, item), Expression.Property(at, nameof(Place.First)));
            var beyond = Expression.AndAlso(
                Later(value, bound, up, orEqual: true),
                Expression.OrElse(Later(value, bound, up), Expression.AndAlso(Expression.Equal(value, bound), tail)));
            return Expression.Lambda<Func<Case, bool>>(beyond, item);
        }

        private static Expression In<TValue>(Expression<Func<Case, TValue>> value, ParameterExpression item) => new Swap(value.Parameters[0], item).Visit(value.Body);

        private sealed record Place(TFirst? First, TSecond? Second, Guid Id);
    }

    private static BinaryExpression Later(Expression left, Expression right, bool up, bool orEqual = false)
    {
        // Words and keys have no operators: their comparison becomes one in SQL.
        if (left.Type == typeof(string))
            (left, right) = (Expression.Call(typeof(string), nameof(string.Compare), null, left, right), Expression.Constant(0));
        else if (left.Type == typeof(Guid))
            (left, right) = (Expression.Call(left, nameof(Guid.CompareTo), null, right), Expression.Constant(0));
        return (up, orEqual) switch
        {
            (true, true) => Expression.GreaterThanOrEqual(left, right),
            (true, false) => Expression.GreaterThan(left, right),
            (false, true) => Expression.LessThanOrEqual(left, right),
            (false, false) => Expression.LessThan(left, right),
        };
    }

    private static string Written<TValue>(TValue value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static bool TryRead<TValue>(string text, out TValue? value)
    {
        var type = Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
        object? read = null;
        if (type == typeof(string))
            read = text;
        else if (type == typeof(int) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            read = number;
        else if (type == typeof(DateOnly) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            read = day;
        else if (type == typeof(DateTimeOffset) && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            read = at;
        value = (TValue?)read;
        return read is not null;
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
