using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>What one run did.</summary>
/// <param name="Closed">Waves whose last day is past.</param>
/// <param name="Mixed">Responses put into no order.</param>
public sealed record SurveysTended(int Closed, int Mixed);

/// <summary>
/// What surveys need done by themselves: letters that did not arrive are noted, waves close after their last day, and responses of days
/// gone by are written again in the order of their random keys, so that neither their place on disk nor the number of their transaction
/// tells when they came.
/// </summary>
public sealed class TendSurveysHandler(IServiceDeskDb db, TimeProvider time, LocalTime local)
{
    /// <summary>Does what is due.</summary>
    public async Task<SurveysTended> HandleAsync(CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        await NoteBouncesAsync(cancellationToken);
        var mixed = 0;
        foreach (var wave in await db.Set<SurveyWave>().AsNoTracking().Where(w => w.State == WaveState.Open).ToListAsync(cancellationToken))
            mixed += await MixAsync(wave, today.AddDays(-1), cancellationToken);
        var due = await db.Set<SurveyWave>().Where(w => w.State == WaveState.Open && w.ClosesOn < today).Select(w => w.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
            await CloseAsync(id, cancellationToken);
        var oldest = today.AddDays(-SurveyDraft.KeptDays);
        await db.Set<SurveyDraft>().Where(d => d.SavedOn < oldest).ExecuteDeleteAsync(cancellationToken);
        return new SurveysTended(due.Count, mixed);
    }

    /// <summary>Closes a wave: counts of the invitations stay, addresses, tokens and kept answers go, and what came in is mixed.</summary>
    public async Task CloseAsync(Guid waveId, CancellationToken cancellationToken)
    {
        await NoteBouncesAsync(cancellationToken);
        var wave = await db.InTransactionAsync(async token =>
        {
            var closing = await db.Set<SurveyWave>().SingleAsync(w => w.Id == waveId, token);
            var letters = await db.Set<SurveyInvitation>().Where(i => i.WaveId == waveId && i.Letters > 0).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(token);
            closing.Close(letters.Sum(l => l.Count), letters.Where(l => l.Key == InvitationState.Bounced).Sum(l => l.Count), time.GetUtcNow());
            await db.Set<SurveyInvitation>().Where(i => i.WaveId == waveId).ExecuteDeleteAsync(token);
            await db.Set<SurveyDraft>().Where(d => d.WaveId == waveId).ExecuteDeleteAsync(token);
            await db.SaveChangesAsync(token);
            return closing;
        }, cancellationToken);
        await MixAsync(wave, local.DateOf(time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Writes responses up to a day again in the order of their keys. Paper came by hand, and its second readings hang on it.</summary>
    private async Task<int> MixAsync(SurveyWave wave, DateOnly until, CancellationToken cancellationToken)
    {
        if (wave.MixedUntil >= until)
            return 0;
        var from = wave.MixedUntil ?? DateOnly.MinValue;
        db.Forget();
        return await db.InTransactionAsync(async token =>
        {
            var batch = db.Set<SurveyResponse>().Where(r => r.WaveId == wave.Id && r.SubmittedOn > from && r.SubmittedOn <= until && r.Mode != SurveyMode.Paper);
            var responses = await batch.AsNoTracking().Include(r => r.Texts).ToListAsync(token);
            // By key: one that came in this moment stays.
            var ids = responses.ConvertAll(r => r.Id);
            await db.Set<SurveyResponse>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(token);
            db.Set<SurveyResponse>().AddRange(responses.OrderBy(r => r.Id));
            await db.SaveChangesAsync(token);
            await db.Set<SurveyWave>().Where(w => w.Id == wave.Id).ExecuteUpdateAsync(s => s.SetProperty(w => w.MixedUntil, until), token);
            db.Forget();
            return responses.Count;
        }, cancellationToken);
    }

    private Task<int> NoteBouncesAsync(CancellationToken cancellationToken) => db.Set<SurveyInvitation>()
        .Where(i => i.State == InvitationState.Sent && db.Set<OutgoingMessage>().Any(o => o.Id == i.LetterId && o.State == OutgoingState.Failed))
        .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, InvitationState.Bounced), cancellationToken);
}

/// <summary>Runs it every quarter of an hour.</summary>
public sealed class TendSurveysJob(TendSurveysHandler tend) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var run = await tend.HandleAsync(cancellationToken);
        return $"{run.Closed} closed, {run.Mixed} responses mixed";
    }
}
