namespace ServiceDesk.Domain.Staff;

/// <summary>Somebody who works for the municipality. Whether and how the person signs in is the account's matter.</summary>
public sealed class Employee
{
    /// <summary>A new employee of a unit.</summary>
    public Employee(string name, string surname, string position, OrgUnit unit, string email, string? phone = null, bool standardApplies = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(surname);
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentNullException.ThrowIfNull(unit);
        Name = name.Trim();
        Surname = surname.Trim();
        Position = position.Trim();
        UnitId = unit.Id;
        Email = email.Trim();
        Phone = phone;
        StandardApplies = standardApplies;
    }

    private Employee()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Given name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Surname.</summary>
    public string Surname { get; private set; } = "";

    /// <summary>Post held, in Latvian.</summary>
    public string Position { get; private set; } = "";

    /// <summary>The unit the person works in.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Work e-mail; notices go here.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Work phone, as written.</summary>
    public string? Phone { get; private set; }

    /// <summary>Whether the service standard binds this person; elected officials, for example, it does not.</summary>
    public bool StandardApplies { get; private set; }

    /// <summary>Whether the person works here now. Who left keeps the history but gets no case and no notice.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Given name and surname.</summary>
    public string FullName => $"{Name} {Surname}";

    /// <summary>The person has left the municipality.</summary>
    public void Leave() => IsActive = false;
}
