using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Surveys.Results;

namespace ServiceDesk.Web.Pages.Desk.Surveys;

/// <summary>A page on results of one wave; the group looked at stands in the address.</summary>
public abstract class ResultPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>As <c>Question-7~2</c>: by what, number of the question, key of the group.</summary>
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? GroupKey { get; set; }

    public string Key(ResultGroup group) => $"{SplitKey(group.Split)}~{group.Key}";

    public static string SplitKey(ResultSplit split) => string.Create(CultureInfo.InvariantCulture, $"{split.By}-{split.QuestionNo}");

    public static ResultSplit? ReadSplit(string? text) =>
        text?.Split('-') is [var by, var no] && Enum.TryParse<ResultBy>(by, out var parted) && int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var question)
            ? new(parted, question) : null;

    public string Link(string page, string query) => $"/desk/surveys/{Id}/{page}?{query}{(string.IsNullOrEmpty(GroupKey) ? "" : $"&group={Uri.EscapeDataString(GroupKey)}")}";

    /// <summary>What is asked for; null where the address makes no sense.</summary>
    protected ShowResults? Query()
    {
        if (string.IsNullOrEmpty(GroupKey))
            return new ShowResults(Id);
        return GroupKey.Split('~', 2) is [var split, { Length: > 0 } key] && ReadSplit(split) is { } parted ? new ShowResults(Id, parted.By, parted.QuestionNo, key) : null;
    }
}
