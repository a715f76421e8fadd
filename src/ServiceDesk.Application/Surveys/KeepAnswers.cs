using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>Somebody will go on later.</summary>
/// <param name="WaveKey">Key of the wave.</param>
/// <param name="Mode">How it is answered.</param>
/// <param name="Secret">Secret of the link it was kept under before, if any.</param>
/// <param name="UnitId">The unit chosen.</param>
/// <param name="Sent">All values of a field of the form.</param>
public sealed record KeepAnswers(string WaveKey, SurveyMode Mode, string? Secret, Guid? UnitId, Func<string, IEnumerable<string?>> Sent);

/// <summary>What was kept.</summary>
/// <param name="UnitId">The unit chosen.</param>
/// <param name="Sheet">The answers.</param>
public sealed record KeptAnswers(Guid? UnitId, AnswerSheet Sheet);

/// <summary>Keeps answers for later under a secret link that only who kept them knows.</summary>
public sealed class KeepAnswersHandler(IServiceDeskDb db, TimeProvider time, LocalTime local)
{
    /// <summary>Keeps them, those that can be answers; gives the secret of the link. Refused where no answer would be taken.</summary>
    public async Task<string> HandleAsync(KeepAnswers command, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var wave = await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Key == command.WaveKey, cancellationToken) ?? throw new Refusal("Surveys.Refusal.Unknown");
        if (wave.WhyNot(command.Mode, today) is { } refusal)
            throw refusal;
        var sheet = AnswerReader.Read(wave.Questionnaire, command.UnitId, command.Sent, demandsAll: false).Sheet;
        var (hash, secret) = (SurveyInvitation.HashOf(command.Secret), command.Secret);
        var draft = string.IsNullOrEmpty(secret) ? null : await db.Set<SurveyDraft>().SingleOrDefaultAsync(d => d.WaveId == wave.Id && d.Hash == hash, cancellationToken);
        if (draft is null)
        {
            secret = SurveyDraft.NewSecret();
            draft = new SurveyDraft(wave.Id, secret);
            db.Set<SurveyDraft>().Add(draft);
        }

        draft.Keep(JsonSerializer.Serialize(new Body(command.UnitId, sheet.Pack(), [.. sheet.Texts])), today);
        await db.SaveChangesAsync(cancellationToken);
        return secret!;
    }

    /// <summary>What was kept under a secret; null where nothing is.</summary>
    public async Task<KeptAnswers?> FindAsync(string waveKey, string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = SurveyInvitation.HashOf(secret);
        var body = await (from d in db.Set<SurveyDraft>()
                          join w in db.Set<SurveyWave>() on d.WaveId equals w.Id
                          where d.Hash == hash && w.Key == waveKey
                          select d.Body).SingleOrDefaultAsync(cancellationToken);
        if (body is null || JsonSerializer.Deserialize<Body>(body) is not { } kept)
            return null;
        var sheet = AnswerSheet.Unpack(kept.Marks);
        foreach (var text in kept.Texts)
            sheet.Write(text.QuestionNo, text.Part, text.Text);
        return new KeptAnswers(kept.UnitId, sheet);
    }

    private sealed record Body(Guid? UnitId, string Marks, IReadOnlyList<FreeAnswer> Texts);
}
