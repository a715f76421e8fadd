using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>A wave for who keeps it.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Responses">Responses so far, by mode.</param>
/// <param name="Editions">Editions of its questions, the newest first, without the questions.</param>
public sealed record KeptWave(SurveyWave Wave, IReadOnlyList<(SurveyMode Mode, int Count)> Responses, IReadOnlyList<(int Number, string Note, string By, DateTimeOffset At)> Editions);

/// <summary>Drafts waves, writes their questions, opens and closes them.</summary>
public sealed class EditWaveHandler(IServiceDeskDb db, ICurrentUser user, TendSurveysHandler tend, TimeProvider time, LocalTime local)
{
    private const int DaysOpen = 30;

    private DateOnly Today => local.DateOf(time.GetUtcNow());

    /// <summary>A wave; null where there is none.</summary>
    public async Task<KeptWave?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } wave)
            return null;
        var modes = await db.Set<SurveyResponse>().Where(r => r.WaveId == id).GroupBy(r => r.Mode).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var editions = await db.Set<SurveyEdition>().Where(e => e.WaveId == id).OrderByDescending(e => e.Number).Select(e => new { e.Number, e.Note, e.By, e.At }).ToListAsync(cancellationToken);
        return new KeptWave(wave, [.. modes.OrderBy(m => m.Key).Select(m => (m.Key, m.Count))], [.. editions.Select(e => (e.Number, e.Note, e.By, e.At))]);
    }

    /// <summary>Drafts the next wave of a series: a copy of the last one, else of what the series begins with. A draft there is already is that one.</summary>
    public async Task<Guid> DraftAsync(Guid seriesId, CancellationToken cancellationToken)
    {
        Demand();
        var series = await db.Set<SurveySeries>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId, cancellationToken) ?? throw new Refusal("Surveys.Refusal.Unknown");
        var last = await db.Set<SurveyWave>().AsNoTracking().Where(w => w.SeriesId == seriesId).OrderByDescending(w => w.Number).FirstOrDefaultAsync(cancellationToken);
        if (last is { State: WaveState.Draft })
            return last.Id;
        var (today, template) = (Today, SurveyTemplates.Of(series.Key));
        var details = new WaveDetails
        {
            Title = Yearly(series.Title, today.Year),
            Intro = last?.Intro ?? template?.Intro ?? SurveyWords.None,
            Privacy = last?.Privacy ?? template?.Privacy ?? SurveyWords.None,
            OpensOn = today,
            ClosesOn = today.AddDays(DaysOpen),
            PopulationSize = last?.PopulationSize,
            Modes = last?.Modes ?? template?.Modes ?? [SurveyMode.Online],
            UnitIds = last?.UnitIds ?? [],
            IsStepwise = last?.IsStepwise ?? template?.IsStepwise ?? false,
        };
        var taken = await db.Set<SurveyWave>().Where(w => w.SeriesId == seriesId).Select(w => w.Key).ToListAsync(cancellationToken);
        var key = $"{series.Key}-{today.Year}";
        for (var i = 2; taken.Contains(key); i++)
            key = $"{series.Key}-{today.Year}-{i}";
        var wave = new SurveyWave(series, (last?.Number ?? 0) + 1, key, details, last?.Questionnaire ?? series.Template);
        db.Set<SurveyWave>().Add(wave);
        await db.SaveChangesAsync(cancellationToken);
        return wave.Id;
    }

    /// <summary>Changes what is written of a draft.</summary>
    public Task DescribeAsync(Guid id, int seen, WaveDetails details, CancellationToken cancellationToken) => ChangeAsync(id, seen, w => w.Describe(details), cancellationToken);

    /// <summary>Puts a question in the place of the one with its number, or at the end; in an open wave as a correction with a note.</summary>
    public Task SaveQuestionAsync(Guid id, int seen, SurveyQuestion question, string? note, CancellationToken cancellationToken) => ChangeAsync(id, seen, wave =>
    {
        ArgumentNullException.ThrowIfNull(question);
        var questions = wave.Questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.No == question.No);
        if (place < 0)
            questions.Add(question);
        else
            questions[place] = question;
        var changed = new Questionnaire(questions);
        if (wave.State == WaveState.Draft)
            wave.Ask(changed);
        else
            db.Set<SurveyEdition>().Add(wave.Correct(changed, note, user.EmployeeId, user.Name, time.GetUtcNow()));
    }, cancellationToken);

    /// <summary>Takes a question out of a draft.</summary>
    public Task RemoveQuestionAsync(Guid id, int seen, int no, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, w => w.Ask(new Questionnaire(w.Questionnaire.Questions.Where(q => q.No != no))), cancellationToken);

    /// <summary>Moves a question of a draft up or down by one.</summary>
    public Task MoveQuestionAsync(Guid id, int seen, int no, bool up, CancellationToken cancellationToken) => ChangeAsync(id, seen, wave =>
    {
        var questions = wave.Questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.No == no);
        var other = place + (up ? -1 : 1);
        if (place < 0 || other < 0 || other >= questions.Count)
            return;
        (questions[place], questions[other]) = (questions[other], questions[place]);
        wave.Ask(new Questionnaire(questions));
    }, cancellationToken);

    /// <summary>Opens it.</summary>
    public Task OpenAsync(Guid id, int seen, CancellationToken cancellationToken) =>
        ChangeAsync(id, seen, w => db.Set<SurveyEdition>().Add(w.Open(user.EmployeeId, user.Name, Today, time.GetUtcNow())), cancellationToken);

    /// <summary>Moves the last day of an open wave.</summary>
    public Task ProlongAsync(Guid id, int seen, DateOnly closesOn, CancellationToken cancellationToken) => ChangeAsync(id, seen, w => w.Prolong(closesOn, Today), cancellationToken);

    /// <summary>Closes it now.</summary>
    public async Task CloseAsync(Guid id, CancellationToken cancellationToken)
    {
        Demand();
        await tend.CloseAsync(id, cancellationToken);
    }

    private static SurveyWords Yearly(SurveyWords title, int year) =>
        new($"{title.Lv} {year}", title.En.Length > 0 ? $"{title.En} {year}" : "", title.Ru.Length > 0 ? $"{title.Ru} {year}" : "");

    private async Task ChangeAsync(Guid id, int seen, Action<SurveyWave> change, CancellationToken cancellationToken)
    {
        Demand();
        var wave = await db.Set<SurveyWave>().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) ?? throw new Refusal("Surveys.Refusal.Unknown");
        if (wave.Version != seen)
            throw new Refusal("Surveys.Refusal.ChangedMeanwhile");
        change(wave);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Surveys.Refusal.ChangedMeanwhile");
        }
    }

    private void Demand()
    {
        if (!user.May(Permission.ManageSurveys))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }
}
