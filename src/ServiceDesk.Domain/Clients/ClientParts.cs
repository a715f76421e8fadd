using ServiceDesk.Domain.Cases;

using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <summary>Somebody who acts for a client, by a document and for a time.</summary>
public sealed class ClientRepresentative
{
    private ClientRepresentative()
    {
    }

    internal ClientRepresentative(Guid clientId, Guid representativeId, RepresentationScope scope, string document, DateOnly from, DateOnly? to) =>
        (ClientId, RepresentativeId, Scope, Document, From, To) = (clientId, representativeId, scope, document, from, to);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client acted for.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The client who acts.</summary>
    public Guid RepresentativeId { get; private set; }

    /// <summary>What the representative may do.</summary>
    public RepresentationScope Scope { get; private set; }

    /// <summary>The document that says so: a power of attorney, a court ruling, with number and date.</summary>
    public string Document { get; private set; } = "";

    /// <summary>First day, local.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, local; null without a term.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>When it was ended before its term, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal void End(DateOnly on, DateTimeOffset at) => (To, EndedAt) = (on, at);
}

/// <summary>A group of clients the municipality thinks of together: seniors, entrepreneurs, new residents. Never a special category of data.</summary>
public sealed class TargetGroup : IVersioned
{
    private TargetGroup()
    {
    }

    /// <summary>A new group.</summary>
    /// <param name="code">Short code, for files; null makes one of the key.</param>
    /// <param name="name">Name in Latvian.</param>
    /// <param name="nameEn">Name in English.</param>
    /// <param name="nameRu">Name in Russian.</param>
    /// <param name="order">Place in lists.</param>
    public TargetGroup(string? code, string? name, string? nameEn, string? nameRu, int order)
    {
        (Code, Order) = (code ?? Id.ToString("N"), order);
        Describe(name, nameEn, nameRu);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Short code, for files.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name in Latvian.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in English.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Name in Russian.</summary>
    public string NameRu { get; private set; } = "";

    /// <summary>Place in lists.</summary>
    public int Order { get; private set; }

    /// <summary>False takes it from the forms; clients who are in it stay in it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Names it anew. The Latvian name is needed.</summary>
    public void Describe(string? name, string? nameEn, string? nameRu)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new Refusal("Clients.Refusal.GroupNeedsName");
        if (new[] { name, nameEn, nameRu }.Any(n => n?.Trim().Length > Client.MaxWordLength))
            throw new Refusal("Clients.Refusal.WordTooLong", Client.MaxWordLength);
        (Name, NameEn, NameRu) = (name.Trim(), (nameEn ?? "").Trim(), (nameRu ?? "").Trim());
    }

    /// <summary>Puts it on the forms, or takes it from them.</summary>
    public void Offer(bool offered) => IsOffered = offered;

    /// <summary>Gives it a place in lists.</summary>
    public void Stand(int order) => Order = order;

    /// <summary>The name in a language; Latvian where there is none.</summary>
    public string NameIn(string language) => language switch
    {
        "en" when NameEn.Length > 0 => NameEn,
        "ru" when NameRu.Length > 0 => NameRu,
        _ => Name,
    };
}

/// <summary>A client in a target group.</summary>
public sealed class ClientGroup
{
    private ClientGroup()
    {
    }

    internal ClientGroup(Guid clientId, ClientGroup like) => (ClientId, GroupId, GroupName, JoinedAt) = (clientId, like.GroupId, like.GroupName, like.JoinedAt);

    internal ClientGroup(Guid clientId, TargetGroup group, DateTimeOffset at) => (ClientId, GroupId, GroupName, JoinedAt) = (clientId, group.Id, group.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The group.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>Its name; of one the client left, the name then.</summary>
    public string GroupName { get; private set; } = "";

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Until when, UTC; null while the client belongs to it.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    internal void Leave(DateTimeOffset at) => LeftAt = at;
}

/// <summary>A note on a card: never changed, seen by who sees the card.</summary>
public sealed class ClientNote
{
    /// <summary>Longest note, characters.</summary>
    public const int MaxLength = 4000;

    private ClientNote()
    {
    }

    internal ClientNote(Guid clientId, string text, Actor by, DateTimeOffset at, Guid? token) =>
        (Id, ClientId, Text, AuthorId, AuthorName, At) = (token is { } key && key != Guid.Empty ? key : Guid.CreateVersion7(), clientId, text, by.EmployeeId, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The note.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>One line of a card's history: who, when, what, the value before and after. Personal codes never stand here.</summary>
public sealed class ClientEvent
{
    /// <summary>Longest value kept, characters.</summary>
    public const int MaxValueLength = 500;

    private ClientEvent()
    {
    }

    internal ClientEvent(Guid clientId, ClientEventKind kind, Actor by, DateTimeOffset at, int place, ClientField? field, string? was, string? became, string? reason) =>
        (ClientId, Kind, ActorId, ActorName, At, Ordinal, Field, Was, Became, Reason) = (clientId, kind, by.EmployeeId, by.Name, at, at.UtcTicks + place, field, was, became, reason);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>What happened.</summary>
    public ClientEventKind Kind { get; private set; }

    /// <summary>The field, of a change.</summary>
    public ClientField? Field { get; private set; }

    /// <summary>The value before.</summary>
    public string? Was { get; private set; }

    /// <summary>The value after.</summary>
    public string? Became { get; private set; }

    /// <summary>Why, in the actor's words; of representatives the document.</summary>
    public string? Reason { get; private set; }

    /// <summary>The employee who did it; null for a job.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Orders lines written at the same instant.</summary>
    public long Ordinal { get; private set; }
}
