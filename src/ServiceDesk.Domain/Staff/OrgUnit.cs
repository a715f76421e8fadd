using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Staff;

/// <summary>
/// A unit of the municipality (struktūrvienība). Units form a tree; rights of a head reach down it, never up.
/// </summary>
public sealed class OrgUnit : IVersioned
{
    /// <summary>A new unit, under <paramref name="parent"/> or at the top.</summary>
    public OrgUnit(string name, OrgUnit? parent = null, bool servesExternalClients = true, string? phone = null, string? email = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name.Trim();
        ParentId = parent?.Id;
        ServesExternalClients = servesExternalClients;
        Phone = phone;
        Email = email;
    }

    private OrgUnit()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Official Latvian name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The unit above, or null at the top.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The employee who heads the unit, or null while the post is vacant.</summary>
    public Guid? HeadId { get; private set; }

    /// <summary>Whether citizens may turn to the unit; internal units serve the house only.</summary>
    public bool ServesExternalClients { get; private set; }

    /// <summary>Phone shown to clients, as written.</summary>
    public string? Phone { get; private set; }

    /// <summary>E-mail shown to clients.</summary>
    public string? Email { get; private set; }

    /// <summary>When the unit was taken out of use, UTC; null while it is in use. It keeps its history and gets no case any more.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Makes a saved employee the head; breaches and explanations of the unit go to this person from now on.</summary>
    public void AppointHead(Employee head)
    {
        ArgumentNullException.ThrowIfNull(head);
        if (!head.IsActive)
            throw new Refusal("Staff.Refusal.HeadHasLeft", head.FullName);
        HeadId = head.Id;
    }

    /// <summary>The post of the head is vacant from now on.</summary>
    public void VacateHead() => HeadId = null;

    /// <summary>Gives the unit another name and other contacts.</summary>
    public void Describe(string name, string? phone, string? email, bool servesExternalClients)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new Refusal("Staff.Refusal.UnitNeedsName");
        Name = name.Trim();
        Phone = Filled(phone);
        Email = Filled(email);
        ServesExternalClients = servesExternalClients;
    }

    /// <summary>Moves the unit, with everything below it, under another one or to the top.</summary>
    /// <param name="parent">The unit above from now on; null is the top.</param>
    /// <param name="all">Every unit, to see that nothing comes to stand below itself.</param>
    public void MoveUnder(OrgUnit? parent, IReadOnlyCollection<OrgUnit> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (parent?.RetiredAt is not null)
            throw new Refusal("Staff.Refusal.ParentRetired", parent.Name);
        var above = all.ToDictionary(u => u.Id, u => u.ParentId);
        for (var at = parent?.Id; at is { } id; at = above.GetValueOrDefault(id))
        {
            if (id == Id)
                throw new Refusal("Staff.Refusal.UnitBelowItself", Name);
        }

        ParentId = parent?.Id;
    }

    /// <summary>Takes the unit out of use. Whoever calls has seen that nothing hangs on it any more.</summary>
    public void Retire(DateTimeOffset at)
    {
        RetiredAt ??= at;
        HeadId = null;
    }

    /// <summary>Puts the unit back into use.</summary>
    public void Restore() => RetiredAt = null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
