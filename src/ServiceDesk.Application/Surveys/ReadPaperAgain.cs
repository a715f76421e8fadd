using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>Sheets of paper of a wave: how many, how many are drawn for a second reading, what came of it.</summary>
/// <param name="Sheets">Sheets entered.</param>
/// <param name="ToRead">Numbers of sheets drawn and not read again yet.</param>
/// <param name="Read">Sheets read again.</param>
/// <param name="Questions">Questions compared.</param>
/// <param name="Differences">Questions read differently.</param>
/// <param name="NextSheet">A number not used yet.</param>
public sealed record PaperState(int Sheets, IReadOnlyList<int> ToRead, int Read, int Questions, int Differences, int NextSheet);

/// <summary>A tenth of the paper is entered a second time, by its number, and compared: how well the entering can be trusted.</summary>
public sealed class ReadPaperAgainHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time, LocalTime local)
{
    /// <summary>The paper of a wave.</summary>
    public async Task<PaperState> ShowAsync(Guid waveId, CancellationToken cancellationToken)
    {
        var sheets = await db.Set<SurveyResponse>().Where(r => r.WaveId == waveId && r.Mode == SurveyMode.Paper).Select(r => new { r.Id, r.SheetNumber }).ToListAsync(cancellationToken);
        var read = await db.Set<SurveyReading>().Where(r => r.WaveId == waveId).Select(r => new { r.ResponseId, r.Questions, r.Differences }).ToListAsync(cancellationToken);
        var done = read.Select(r => r.ResponseId).ToHashSet();
        return new PaperState(sheets.Count, [.. sheets.Where(s => SurveyReading.Draws(s.Id) && !done.Contains(s.Id)).Select(s => s.SheetNumber ?? 0).Order()],
            read.Count, read.Sum(r => r.Questions), read.Sum(r => r.Differences), sheets.Max(s => s.SheetNumber) + 1 ?? 1);
    }

    /// <summary>
    /// Compares a sheet with what was entered of it first, question by question; words count as alike when they are so without case and
    /// blanks. Gives how many differ. The first entry stays. Refused for a sheet that is unknown, not drawn or read again already.
    /// </summary>
    public async Task<int> HandleAsync(Guid waveId, int sheetNumber, Func<string, IEnumerable<string?>> sent, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.EnterSurveyAnswers))
            throw new Refusal("Surveys.Refusal.MayNotEnter");
        var wave = await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == waveId, cancellationToken) ?? throw new Refusal("Surveys.Refusal.Unknown");
        var first = await db.Set<SurveyResponse>().AsNoTracking().Include(r => r.Texts).SingleOrDefaultAsync(r => r.WaveId == waveId && r.SheetNumber == sheetNumber, cancellationToken);
        if (first is null || !first.IsDrawnForSecondReading || await db.Set<SurveyReading>().AnyAsync(r => r.ResponseId == first.Id, cancellationToken))
            throw new Refusal("Surveys.Refusal.SheetNotDrawn", sheetNumber);
        var second = AnswerReader.Read(wave.Questionnaire, first.UnitId, sent, demandsAll: false).Sheet;
        var entered = AnswerSheet.Unpack(first.Marks);
        var differences = wave.Questionnaire.Questions.Count(q => q.IsText
            ? Enumerable.Range(0, 2).Any(p => Words(first.Texts.FirstOrDefault(t => t.QuestionNo == q.No && t.Part == p)?.Text) != Words(second.TextOf(q.No, p)))
            : !entered.MarksOf(q.No).SequenceEqual(second.MarksOf(q.No)));
        db.Set<SurveyReading>().Add(new SurveyReading(first, wave.Questionnaire.Questions.Count, differences, user.EmployeeId, local.DateOf(time.GetUtcNow())));
        await db.SaveChangesAsync(cancellationToken);
        return differences;
    }

    private static string Words(string? text) => string.Join(' ', (text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
