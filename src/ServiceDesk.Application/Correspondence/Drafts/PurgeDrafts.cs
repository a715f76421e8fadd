using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>How long drafts are kept (section <c>ServiceDesk:Drafts</c>).</summary>
public sealed class DraftOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Drafts";

    /// <summary>Days after the closing of the case; 0 to 365.</summary>
    public int DaysAfterClosing { get; set; } = 14;

    /// <summary>Days without a change while the case stays open; 7 to 3650.</summary>
    public int DaysUntouched { get; set; } = 180;
}

/// <summary>Deletes drafts nobody will send: thrown away more than a day ago, of cases closed some time ago, or long untouched.</summary>
public sealed class PurgeDraftsHandler(IServiceDeskDb db, IOptions<DraftOptions> options, TimeProvider time)
{
    /// <summary>Deletes them; tells how many.</summary>
    public Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (discarded, closed, untouched) = (now - DiscardDraftHandler.Undo, now.AddDays(-options.Value.DaysAfterClosing), now.AddDays(-options.Value.DaysUntouched));
        var over = db.Set<Case>().Where(c => c.State == CaseState.Closed && c.ClosedAt < closed).Select(c => c.Id);
        return db.Set<Draft>().Where(d => d.DiscardedAt < discarded || d.SavedAt < untouched || over.Contains(d.CaseId)).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Deletes old drafts four times a day.</summary>
public sealed class PurgeDraftsJob(PurgeDraftsHandler purge) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public bool InOfficeHoursOnly => false;

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await purge.HandleAsync(cancellationToken)} old drafts deleted";
}
