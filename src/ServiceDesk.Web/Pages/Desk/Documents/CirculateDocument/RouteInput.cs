using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Documents;
using ServiceDesk.Domain.Circulation;

namespace ServiceDesk.Web.Pages.Desk.Documents.CirculateDocument;

/// <summary>What the parts of a page about the route of a draft show.</summary>
public sealed record RoutePanel(DocumentView View, RoutesView Routes);

/// <summary>How somebody answers.</summary>
public enum RouteAnswerWay
{
    /// <summary>Approve.</summary>
    Approve,

    /// <summary>Send back.</summary>
    Return,
}

/// <summary>An answer as it is typed.</summary>
public sealed class AnswerInput
{
    public Guid StepId { get; set; }

    /// <summary>Fingerprint of the draft that was read.</summary>
    public string? Read { get; set; }

    public RouteAnswerWay How { get; set; }

    public string? Remark { get; set; }
}

/// <summary>A route as it is planned on the page.</summary>
public sealed class RouteInput
{
    public List<StepInput> Steps { get; set; } = [];

    public bool IsParallel { get; set; }

    public bool IsMandatory { get; set; }

    public string? Note { get; set; }

    /// <summary>The steps somebody is named for.</summary>
    public IReadOnlyList<PlannedStep> Plan() => [.. Steps.Where(s => Read(s.Who) is not null).Select(s => new PlannedStep(Read(s.Who)!, s.Task, s.Days ?? 0))];

    /// <summary>Begins with the usual steps.</summary>
    public void Fill(IReadOnlyList<PlannedStep> usual, int days)
    {
        IsMandatory = true;
        Steps = [.. usual.Select(s => new StepInput { Who = Written(s.Recipient), Task = s.Task, Days = s.Days })];
        Pad(Math.Max(Steps.Count, 3), days);
    }

    /// <summary>Adds lines up to a number.</summary>
    public void Pad(int count, int days)
    {
        while (Steps.Count < Math.Min(count, DocumentRoute.MaxSteps))
            Steps.Add(new StepInput { Days = days });
    }

    /// <summary>A recipient as the value of an option: who or which unit after a letter.</summary>
    public static string Written(RouteRecipient recipient) => recipient switch
    {
        { EmployeeId: { } person } => $"p{person:N}",
        { IsForHead: true } => $"h{recipient.UnitId:N}",
        _ => $"u{recipient.UnitId:N}",
    };

    private static RouteRecipient? Read(string? value) =>
        value is { Length: 33 } && Guid.TryParseExact(value[1..], "N", out var id)
            ? value[0] switch { 'p' => new(id, null), 'h' => new(null, id, true), 'u' => new(null, id), _ => null }
            : null;

    /// <summary>A line.</summary>
    public sealed class StepInput
    {
        public string? Who { get; set; }

        public RouteTask Task { get; set; }

        public int? Days { get; set; }
    }
}
