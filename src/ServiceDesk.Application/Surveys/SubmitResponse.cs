using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>Somebody sends a filled questionnaire.</summary>
public sealed record SubmitResponse
{
    /// <summary>Key of the wave, from the address.</summary>
    public required string WaveKey { get; init; }

    /// <summary>Random key made when the form was shown: sending it twice is answering once.</summary>
    public required Guid ResponseId { get; init; }

    /// <summary>How it comes in.</summary>
    public SurveyMode Mode { get; init; } = SurveyMode.Online;

    /// <summary>The unit it is about.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Token of a personal link.</summary>
    public string? Token { get; init; }

    /// <summary>Language of the page.</summary>
    public required string Language { get; init; }

    /// <summary>Number on the sheet of paper.</summary>
    public int? SheetNumber { get; init; }

    /// <summary>Secret of the link under which the answers were kept; what was kept goes.</summary>
    public string? DraftSecret { get; init; }

    /// <summary>All values of a field of the form.</summary>
    public required Func<string, IEnumerable<string?>> Sent { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Faults">What is wrong; nothing where it was accepted.</param>
public sealed record SubmittedResponse(IReadOnlyList<AnswerFault> Faults)
{
    /// <summary>Whether it was taken.</summary>
    public bool IsAccepted => Faults.Count == 0;
}

/// <summary>
/// Takes a response. The token is spent in one transaction and the response written in another, so that not even the numbers of their
/// transactions lead from one to the other.
/// </summary>
public sealed class SubmitResponseHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time, LocalTime local)
{
    /// <summary>Ways that only who enters for others may use.</summary>
    public static IReadOnlyList<SurveyMode> Entered { get; } = [SurveyMode.Paper, SurveyMode.Phone, SurveyMode.FaceToFace, SurveyMode.Street];

    /// <summary>
    /// Takes it, or says what is wrong with which question. Refused outside the days of the wave, with a token spent or unknown, by a way the
    /// wave does not offer, and where nothing was answered.
    /// </summary>
    public async Task<SubmittedResponse> HandleAsync(SubmitResponse command, CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var wave = await db.Set<SurveyWave>().AsNoTracking().SingleOrDefaultAsync(w => w.Key == command.WaveKey, cancellationToken)
            ?? throw new Refusal("Surveys.Refusal.Unknown");
        DemandTaken(wave, command, today);
        var unitId = wave.UnitIds.Count == 1 ? wave.UnitIds[0] : command.UnitId;
        // What somebody left empty on paper cannot be asked for again.
        var read = AnswerReader.Read(wave.Questionnaire, unitId, command.Sent, demandsAll: command.Mode != SurveyMode.Paper);
        IReadOnlyList<AnswerFault> faults = unitId is { } unit && !wave.UnitIds.Contains(unit)
            ? [new AnswerFault(0, "unit", "Surveys.Fault.NoSuchUnit"), .. read.Faults]
            : read.Faults;
        if (faults.Count > 0)
            return new SubmittedResponse(faults);
        if (read.Sheet.IsEmpty)
            throw new Refusal("Surveys.Refusal.NothingAnswered");
        if (command is { Mode: SurveyMode.Paper, SheetNumber: not > 0 })
            throw new Refusal("Surveys.Refusal.SheetMissing");
        if (command.SheetNumber is { } sheet && await db.Set<SurveyResponse>().AnyAsync(r => r.WaveId == wave.Id && r.SheetNumber == sheet && r.Id != command.ResponseId, cancellationToken))
            throw new Refusal("Surveys.Refusal.SheetTwice", sheet);

        var language = Texts.Languages.Contains(command.Language) ? command.Language : Texts.Languages[0];
        var response = new SurveyResponse(command.ResponseId, wave, command.Mode, unitId, language, today, read.Sheet, command.SheetNumber);
        if (command.Mode == SurveyMode.Personal)
            await SpendAsync(wave, command, response, cancellationToken);
        else
            await WriteAsync(response, cancellationToken);
        if (!string.IsNullOrEmpty(command.DraftSecret))
        {
            var hash = SurveyInvitation.HashOf(command.DraftSecret);
            await db.Set<SurveyDraft>().Where(d => d.Hash == hash).ExecuteDeleteAsync(cancellationToken);
        }

        return new SubmittedResponse([]);
    }

    private void DemandTaken(SurveyWave wave, SubmitResponse command, DateOnly today)
    {
        if (wave.WhyNot(command.Mode, today) is { } refusal)
            throw refusal;
        if (Entered.Contains(command.Mode) && !user.May(Permission.EnterSurveyAnswers))
            throw new Refusal("Surveys.Refusal.MayNotEnter");
    }

    private async Task SpendAsync(SurveyWave wave, SubmitResponse command, SurveyResponse response, CancellationToken cancellationToken)
    {
        // The same form sent twice, or sent again after the line broke.
        if (await db.Set<SurveyResponse>().AnyAsync(r => r.Id == response.Id, cancellationToken))
            return;
        var hash = SurveyInvitation.HashOf(command.Token);
        var invitation = db.Set<SurveyInvitation>().Where(i => i.WaveId == wave.Id && i.Hash == hash);
        if (await invitation.Where(i => i.State != InvitationState.Used).ExecuteUpdateAsync(s => s.SetProperty(i => i.State, InvitationState.Used), cancellationToken) == 0)
            throw new Refusal(await invitation.AnyAsync(cancellationToken) ? "Surveys.Refusal.TokenUsed" : "Surveys.Refusal.TokenUnknown");
        try
        {
            await WriteAsync(response, cancellationToken);
        }
        catch
        {
            // Nobody shall lose the one chance because the second step failed.
            await invitation.ExecuteUpdateAsync(s => s.SetProperty(i => i.State, InvitationState.Sent), CancellationToken.None);
            throw;
        }
    }

    private async Task WriteAsync(SurveyResponse response, CancellationToken cancellationToken)
    {
        db.Set<SurveyResponse>().Add(response);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            if (!await db.Set<SurveyResponse>().AnyAsync(r => r.Id == response.Id, cancellationToken))
                throw;
        }
    }
}
