using System.Globalization;
using System.Text.Json.Serialization;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Api.Deadlines;

/// <summary><c>GET /api/deadlines/explain?standard=sigulda&amp;rule=external-reply&amp;received=2026-06-18T11:00</c>: a due date and how it was counted.</summary>
internal static class ExplainDueDateEndpoint
{
    public static void MapExplainDueDate(this IEndpointRouteBuilder app) => app
        .MapGet("/api/deadlines/explain", async (string? standard, string? rule, string? received, ExplainDueDateHandler handler, LocalTime local, Texts t, CancellationToken cancellationToken) =>
        {
            try
            {
                return Results.Ok(Answer.Of(await handler.HandleAsync(new(standard, rule, received), cancellationToken), local));
            }
            catch (Refusal refusal)
            {
                return Results.Problem(
                    title: t["Deadlines.Explain.Refused"], detail: t[refusal.Key, [.. refusal.Arguments]], statusCode: StatusCodes.Status400BadRequest);
            }
        })
        .AllowAnonymous();

    private sealed record Answer(
        string Standard, string Rule, string Clause, string Received, DateOnly ReceivedOn, DateOnly Due, string DueUtc, IEnumerable<Day> Days, bool CalendarConfirmed)
    {
        public static Answer Of(ExplainedDueDate answer, LocalTime local) => new(
            answer.Standard.Id,
            answer.Why.Rule.Id,
            answer.Why.Rule.Clause,
            new DateTimeOffset(local.At(answer.ReceivedAt), local.Zone.GetUtcOffset(answer.ReceivedAt)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            answer.Why.ReceivedOn,
            answer.Why.Due,
            answer.Why.DueUtc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            answer.Why.Days.Select(d => Day.Of(d, answer.Special)),
            answer.Why.CalendarConfirmed);
    }

    private sealed record Day(
        DateOnly Date, bool Counted, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Holiday)
    {
        public static Day Of(ExplainedDay day, IReadOnlyList<SpecialDay> special)
        {
            var holiday = special.FirstOrDefault(s => s.Date == day.Date)?.Holiday ?? PublicHoliday.None;
            return new(
                day.Date,
                day.Counted,
                day switch
                {
                    { Counted: true } => Word(day.Reason),
                    { IsReceipt: true } => "received",
                    { IsArrival: true } => "arrived",
                    _ => Word(day.Reason),
                },
                holiday == PublicHoliday.None ? null : Word(holiday));
        }

        private static string Word(Enum value)
        {
            var word = value.ToString();
            return char.ToLowerInvariant(word[0]) + word[1..];
        }
    }
}
