using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>What the case is about.</content>
public sealed partial class Case
{
    /// <summary>The service the client named, if any.</summary>
    public Guid? ServiceId { get; private set; }

    /// <summary>Says better what the case is about. Unit, person and clocks stay; who answers is a step of its own.</summary>
    /// <param name="topicId">The topic.</param>
    /// <param name="topicName">Its Latvian name, for the history.</param>
    /// <param name="serviceId">The service, or null.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When, UTC.</param>
    public void SortUnder(Guid topicId, string topicName, Guid? serviceId, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (topicId == TopicId && serviceId == ServiceId)
            throw new Refusal("Cases.Refusal.SameTopic");
        (TopicId, ServiceId) = (topicId, serviceId);
        Log(CaseEventKind.Sorted, by, at, null, topicName);
    }
}
