using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>The card "we answer by".</summary>
/// <param name="Why">The counted date; null when no reply is owed.</param>
/// <param name="IsRefresh">Asked for by script: the sentence above the button comes along.</param>
public sealed record AnswerDate(DueDateExplanation? Why, bool IsRefresh = false);
