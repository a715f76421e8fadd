using ServiceDesk.Domain.Surveys;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Public.Surveys;

/// <summary>
/// The key of the response to come, sealed with the time the form was shown: sending twice is answering once, and a form filled faster
/// than a person can or older than a day is asked for once more. The time stays in the seal.
/// </summary>
public sealed class SurveyTickets(Seals seals, TimeProvider time)
{
    private const string Purpose = "survey";
    private static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>A ticket for a form shown now.</summary>
    public string Issue() => seals.Seal(Purpose, SurveyResponse.NewKey());

    /// <summary>The key in a ticket, or the text that says why there is none; a ticket still good goes on being shown.</summary>
    public (Guid? Key, string? Problem) Read(string? ticket)
    {
        if (seals.Open<Guid>(Purpose, ticket) is not { } found)
            return (null, "Surveys.Answer.TooOld");
        var age = time.GetUtcNow() - found.At;
        return age > Longest ? (null, "Surveys.Answer.TooOld") : age < Fastest ? (found.Fact, "Surveys.Answer.TooFast") : (found.Fact, null);
    }
}
