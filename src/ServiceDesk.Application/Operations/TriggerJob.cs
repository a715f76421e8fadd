using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Operations;

/// <summary>Makes a background job due now.</summary>
/// <param name="Name">Name of the job.</param>
public sealed record TriggerJob(string Name);

/// <summary>Puts the job on the board; the next free node runs it within seconds.</summary>
public sealed class TriggerJobHandler(IJobBoard board)
{
    /// <summary>Refuses a name that no job has.</summary>
    public async Task HandleAsync(TriggerJob command, CancellationToken cancellationToken)
    {
        if (!await board.TriggerAsync(command.Name, cancellationToken))
            throw new Refusal("Operations.Refusal.NoSuchJob", command.Name);
    }
}
