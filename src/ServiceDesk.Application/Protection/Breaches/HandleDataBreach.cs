using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Breaches;

/// <summary>One step in dealing with a breach; only the fields of the step are read.</summary>
public sealed record HandleDataBreach(Guid Id, int? Version)
{
    /// <summary>What is known by now.</summary>
    public BreachDescription? Told { get; init; }

    /// <summary>A corrected moment of discovery, UTC.</summary>
    public DateTimeOffset? DiscoveredAt { get; init; }

    /// <summary>The risk.</summary>
    public BreachRisk Risk { get; init; }

    /// <summary>Whether somebody is told.</summary>
    public bool Notify { get; init; }

    /// <summary>When somebody was told, UTC.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>The number of the letter, or how the people were told.</summary>
    public string? How { get; init; }

    /// <summary>Reason, remark, or reason for the delay.</summary>
    public string? Reason { get; init; }
}

/// <summary>The steps of a breach.</summary>
public enum DataBreachStep
{
    /// <summary>Write down what is known.</summary>
    Describe,

    /// <summary>Correct the moment of discovery.</summary>
    CorrectDiscovery,

    /// <summary>Judge the risk.</summary>
    Assess,

    /// <summary>Decide whether the authority is told.</summary>
    DecideAuthority,

    /// <summary>The authority was told.</summary>
    NotifyAuthority,

    /// <summary>Decide whether the people are told.</summary>
    DecidePersons,

    /// <summary>The people were told.</summary>
    NotifyPersons,

    /// <summary>Add a remark.</summary>
    Note,

    /// <summary>Close.</summary>
    Close,

    /// <summary>Open again.</summary>
    Reopen,
}

/// <summary>Takes one step in dealing with a breach.</summary>
public sealed class HandleDataBreachHandler(IServiceDeskDb db, ProtectionEditor editor, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Takes the step. Refused as <see cref="DataBreach"/> refuses, and when somebody else was faster.</summary>
    public async Task HandleAsync(DataBreachStep step, HandleDataBreach command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageDataBreaches);
        var item = await db.Set<DataBreach>().Include(b => b.Events).SingleOrDefaultAsync(b => b.Id == command.Id, cancellationToken)
            ?? throw new Refusal("Protection.Refusal.BreachUnknown");
        ProtectionEditor.RefuseIfStale(item, command.Version);
        Take(step, item, command, user.AsActor(), time.GetUtcNow());
        await editor.SaveAsync(cancellationToken);
    }

    private void Take(DataBreachStep step, DataBreach item, HandleDataBreach c, Actor by, DateTimeOffset now)
    {
        switch (step)
        {
            case DataBreachStep.Describe:
                item.Describe(c.Told ?? new BreachDescription(), by, now);
                break;
            case DataBreachStep.CorrectDiscovery:
                item.CorrectDiscovery(c.DiscoveredAt ?? throw new Refusal("Protection.Refusal.WhenMissing"), c.Reason, by, now);
                break;
            case DataBreachStep.Assess:
                item.Assess(c.Risk, c.Reason, by, now);
                break;
            case DataBreachStep.DecideAuthority:
                item.DecideAuthority(c.Notify, c.Reason, by, now);
                break;
            case DataBreachStep.NotifyAuthority:
                item.NotifyAuthority(c.ToldAt ?? throw new Refusal("Protection.Refusal.WhenMissing"), c.How, c.Reason, by, now);
                break;
            case DataBreachStep.DecidePersons:
                item.DecidePersons(c.Notify, c.Reason, by, now);
                break;
            case DataBreachStep.NotifyPersons:
                item.NotifyPersons(c.ToldAt ?? throw new Refusal("Protection.Refusal.WhenMissing"), c.How, by, now);
                break;
            case DataBreachStep.Note:
                item.Note(c.Reason, by, now);
                break;
            case DataBreachStep.Close:
                item.Close(local.DateOf(now), by, now);
                break;
            case DataBreachStep.Reopen:
                item.Reopen(c.Reason, by, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }
}
