using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Documents.Reports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Documents.Reports;

/// <summary>Lists and reports on paper, with what was asked for at their head.</summary>
public sealed class ListPapers(CaseWords words, Texts t, Dates dates)
{
    public ReportContent Cases(string title, IEnumerable<string> filters, PaperRows<CaseRow> list, DocumentFact printed) => new(
        title, [Filter(filters), Rows(list.Rows.Count, list.Total, list.IsCut), printed],
        [list.Rows.Count == 0 ? new(null) { Text = t["Wording.Paper.Empty"] } : new(null) { Tables = [CaseTable(title, list.Rows)] }]);

    public ReportContent Documents(IEnumerable<string> filters, PaperRows<DocumentRow> list, DocumentFact printed)
    {
        var title = t["Wording.Register.Title"];
        return new(title, [Filter(filters), Rows(list.Rows.Count, list.Total, list.IsCut), printed],
            [list.Rows.Count == 0 ? new(null) { Text = t["Wording.Paper.Empty"] } : new(null) { Tables = [DocumentTable(title, list.Rows)] }]);
    }

    public ReportContent Breaches(BreachReport report, DateOnly from, DateOnly to, string? unit, DocumentFact printed)
    {
        var days = $"{dates.Numeric(from)}–{dates.Numeric(to)}";
        return new(t["Breaches.Report.Title"],
        [
            new(t["Breaches.Period"], days), new(t["Shared.Field.Unit"], unit ?? t["Breaches.AllUnits"]),
            new(t["Breaches.OnTime"], Share(report.OnTime)), new(t["Breaches.Broken"], $"{Number(report.Breaches)} · {t.Plural("Breaches.Unexplained", report.Unexplained)}"),
            new(t["Breaches.Interim"], Share(report.Interim)), new(t["Breaches.PromisesKept"], $"{Share(report.PromisesKept)} · {t.Plural("Breaches.PromisesBroken", report.PromisesBroken)}"),
            new(t["Breaches.Median"], $"{Took(report.Handling.Median)} · {t["Breaches.NinetiethIs", Took(report.Handling.Ninetieth)]}"),
            new(t["Breaches.Statute"], $"{Number(report.StatuteBreached.Count)} · {t.Plural("Breaches.StatuteOf", report.StatuteBreached.Of)}"), printed,
        ],
        report.Units.Count == 0 ? [new(null) { Text = t["Breaches.Empty"] }] :
        [
            new(t["Breaches.ByUnit"]) { Tables = [UnitTable(report)] },
            new(t["Breaches.ByMonth"]) { Tables = [MonthTable(report)] },
            new(t["Breaches.Causes"]) { Text = report.Causes.Count == 0 ? t["Breaches.NoBreaches"] : null, Tables = report.Causes.Count == 0 ? [] : [CauseTable(report)] },
        ]);
    }

    private DocumentFact Filter(IEnumerable<string> filters) => new(t["Wording.Paper.Filter"], string.Join(" · ", filters) is { Length: > 0 } said ? said : t["Wording.Paper.NoFilter"]);

    private DocumentFact Rows(int shown, int? total, bool isCut) =>
        new(t["Wording.Paper.Rows"], isCut ? t["Wording.Paper.Cut", shown] : total is { } all && all != shown ? t["Breaches.Of", shown, all] : Number(shown));

    private DocumentTable CaseTable(string title, IReadOnlyList<CaseRow> rows) => new(
        [new(t["Desk.Field.Due"], false, 28), new(t["Shared.Field.Number"], false, 26), new(t["Shared.Field.Subject"]), new(t["Desk.Field.Client"], false, 34), new(t["Desk.Field.UnitAndPerson"], false, 46), new(t["Shared.Field.Received"], false, 23), new(t["Desk.Field.State"], false, 26)],
        [.. rows.Select(row => (IReadOnlyList<string>)
        [
            row.Badge is { } badge ? badge.Text(t, dates) : row.ClosedAt is { } closed ? t["Desk.Row.ClosedOn", dates.DateOf(closed)] : t["Desk.Row.NoTerm"],
            row.Number, words.Heading(row.Subject, row.Kind, row.Topic),
            row.ClientName ?? (row.ClientIsHidden ? t["Desk.Client.Hidden"] : row.Subject is not null ? t["Desk.Client.Anonymous"] : ""),
            $"{row.UnitName} · {row.AssigneeName ?? t["Desk.Row.Nobody"]}", dates.Numeric(row.ReceivedOn), t.Of(row.State),
        ])])
    {
        Caption = title,
    };

    private DocumentTable DocumentTable(string title, IReadOnlyList<DocumentRow> rows) => new(
        [new(t["Shared.Field.Number"], false, 34), new(t["Documents.List.Date"], false, 26), new(t["Documents.List.Kind"], false, 40), new(t["Shared.Field.Subject"]), new(t["Shared.Field.Unit"], false, 52), new(t["Documents.List.Author"], false, 36), new(t["Documents.List.State"], false, 28)],
        [.. rows.Select(row => (IReadOnlyList<string>)
            [row.Number ?? "–", dates.Numeric(row.DatedOn ?? dates.DateOf(row.ChangedAt)), t.Of(row.Kind), row.Subject, row.UnitName, row.Author, t.Of(row.State)])])
    {
        Caption = title,
    };

    // Twelve months stand side by side; of longer periods the table by months tells.
    private DocumentTable UnitTable(BreachReport report)
    {
        var months = report.Months.Count <= 12 ? report.Months : [];
        return new(
            [new(t["Shared.Field.Unit"]), .. months.Select(m => new DocumentColumn(dates.MonthShort(m.Month), true, 13)), new(t["Breaches.Total"], true, 18), new(t["Breaches.InTime"], true, 24)],
            [.. report.Units.Select(u => (IReadOnlyList<string>)[u.UnitName, .. months.Select((_, i) => Number(u.ByMonth[i])), Number(u.Total), Percent(u.OnTime)])])
        {
            Caption = t["Breaches.ByUnit"],
        };
    }

    private DocumentTable MonthTable(BreachReport report) => new(
        [new(t["Breaches.Month"]), new(t["Breaches.LegendExplained"], true, 45), new(t["Breaches.LegendUnexplained"], true, 45), new(t["Breaches.Total"], true, 24)],
        [.. report.Bars.Select(bar => (IReadOnlyList<string>)[dates.MonthOfYear(bar.Month), Number(bar.Explained), Number(bar.Unexplained), Number(bar.Explained + bar.Unexplained)])])
    {
        Caption = t["Breaches.ByMonth"],
    };

    private DocumentTable CauseTable(BreachReport report) => new(
        [new(t["Breaches.Causes"]), new(t["Breaches.Total"], true, 24)],
        [.. report.Causes.Select(c => (IReadOnlyList<string>)[c.Cause is { } known ? t.Of(known) : t["Breaches.NoCause"], Number(c.Count)])])
    {
        Caption = t["Breaches.Causes"],
    };

    private string Share(Rate rate) => $"{Percent(rate)} · {t["Breaches.Of", rate.Count, rate.Of]}";

    private string Percent(Rate rate) => rate.Value is { } value ? t["Breaches.Percent", value * 100] : "–";

    private string Took(HandlingTime? handling) => handling is not { } took ? "–"
        : took.WorkingDays > 0 ? t.Plural("Breaches.WorkingDays", took.WorkingDays) : t["Breaches.Hours", Math.Round(took.Elapsed.TotalHours, 1)];

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
