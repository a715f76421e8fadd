namespace ServiceDesk.Domain.Staff;

/// <summary>
/// A unit of the municipality (struktūrvienība). Units form a tree; rights of a head reach down it, never up.
/// </summary>
public sealed class OrgUnit
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

    /// <summary>Makes a saved employee the head; breaches and explanations of the unit go to this person from now on.</summary>
    public void AppointHead(Employee head)
    {
        ArgumentNullException.ThrowIfNull(head);
        HeadId = head.Id;
    }
}
