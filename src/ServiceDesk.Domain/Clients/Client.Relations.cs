using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>Who acts for the client, the groups they belong to, and the restriction of processing.</content>
public sealed partial class Client
{
    private readonly List<ClientRepresentative> representatives = [];
    private readonly List<ClientGroup> groups = [];
    private readonly List<ClientNote> notes = [];

    /// <summary>Who acts or acted for the client.</summary>
    public IReadOnlyList<ClientRepresentative> Representatives => representatives;

    /// <summary>Target groups, also those left.</summary>
    public IReadOnlyList<ClientGroup> Groups => groups;

    /// <summary>Notes, oldest first.</summary>
    public IReadOnlyList<ClientNote> Notes => notes;

    /// <summary>When processing was restricted (GDPR art. 18), UTC; null when it is not.</summary>
    public DateTimeOffset? RestrictedAt { get; private set; }

    /// <summary>Why it was restricted.</summary>
    public string? RestrictedReason { get; private set; }

    /// <summary>Somebody acts for the client. Refused without a document, for oneself, and when the term ends before it begins.</summary>
    public ClientRepresentative Appoint(Client representative, RepresentationScope scope, string document, DateOnly from, DateOnly? to, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        ArgumentNullException.ThrowIfNull(representative);
        representative.RefuseIfGone();
        if (representative.Id == Id)
            throw new Refusal("Clients.Refusal.RepresentsSelf");
        if (Blank(document) is not { } paper)
            throw new Refusal("Clients.Refusal.DocumentMissing");
        if (paper.Length > MaxReasonLength)
            throw new Refusal("Clients.Refusal.WordTooLong", MaxReasonLength);
        if (to < from)
            throw new Refusal("Clients.Refusal.EndsBeforeBegin");
        if (representatives.FirstOrDefault(r => r.RepresentativeId == representative.Id && r.Document == paper && r.From == from && r.EndedAt is null) is { } known)
            return known;
        var added = new ClientRepresentative(Id, representative.Id, scope, paper, from, to);
        representatives.Add(added);
        Log(ClientEventKind.RepresentativeAdded, by, at, reason: paper);
        return added;
    }

    /// <summary>Somebody no longer acts for the client; the row stays, for what was done in that time.</summary>
    public void EndRepresentation(Guid id, DateOnly on, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var row = representatives.SingleOrDefault(r => r.Id == id) ?? throw new Refusal("Clients.Refusal.Unknown");
        if (row.EndedAt is not null)
            return;
        if (on < row.From)
            throw new Refusal("Clients.Refusal.EndsBeforeBegin");
        row.End(on, at);
        Log(ClientEventKind.RepresentativeEnded, by, at, reason: row.Document);
    }

    /// <summary>Sets the target groups: joins those not yet in, leaves those not named.</summary>
    public void SetGroups(IReadOnlyCollection<TargetGroup> wanted, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        foreach (var left in groups.Where(g => g.LeftAt is null && wanted.All(w => w.Id != g.GroupId)).ToList())
        {
            left.Leave(at);
            Log(ClientEventKind.GroupLeft, by, at, was: left.GroupName);
        }

        foreach (var joined in wanted.DistinctBy(w => w.Id).Where(w => groups.All(g => g.GroupId != w.Id || g.LeftAt is not null)).ToList())
        {
            groups.Add(new ClientGroup(Id, joined, at));
            Log(ClientEventKind.GroupJoined, by, at, became: joined.Name);
        }
    }

    /// <summary>Processing is restricted: the data stay and nothing else is done with them. The reason is mandatory.</summary>
    public void Restrict(string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        if (Blank(reason) is not { } why)
            throw new Refusal("Clients.Refusal.ReasonMissing");
        if (RestrictedAt is not null)
            throw new Refusal("Clients.Refusal.AlreadyRestricted");
        (RestrictedAt, RestrictedReason) = (at, Short(why, MaxReasonLength));
        Log(ClientEventKind.Restricted, by, at, reason: RestrictedReason);
    }

    /// <summary>The restriction is lifted; the reason is mandatory.</summary>
    public void LiftRestriction(string reason, Actor by, DateTimeOffset at)
    {
        RefuseIfOutOfUse();
        if (Blank(reason) is not { } why)
            throw new Refusal("Clients.Refusal.ReasonMissing");
        if (RestrictedAt is null)
            throw new Refusal("Clients.Refusal.NotRestricted");
        (RestrictedAt, RestrictedReason) = (null, null);
        Log(ClientEventKind.RestrictionLifted, by, at, reason: Short(why, MaxReasonLength));
    }
}
