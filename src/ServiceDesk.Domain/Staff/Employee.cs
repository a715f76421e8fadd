using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Staff;

/// <summary>Somebody who works for the municipality. Whether and how the person signs in is the account's matter.</summary>
public sealed class Employee : IVersioned
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

    /// <inheritdoc/>
    public int Version { get; private set; }

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

    /// <summary>The last day the person works here, local; null while nobody speaks of leaving.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Who takes the open cases when the person leaves; null gives them back to their units.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>Given name and surname.</summary>
    public string FullName => $"{Name} {Surname}";

    /// <summary>Changes what is known of the person.</summary>
    public void Describe(string name, string surname, string position, string email, string? phone, bool standardApplies)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(surname))
            throw new Refusal("Staff.Refusal.EmployeeNeedsName");
        if (string.IsNullOrWhiteSpace(email))
            throw new Refusal("Staff.Refusal.EmployeeNeedsEmail");
        Name = name.Trim();
        Surname = surname.Trim();
        Position = position.Trim();
        Email = email.Trim();
        Phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();
        StandardApplies = standardApplies;
    }

    /// <summary>The person works in another unit from now on.</summary>
    public void MoveTo(OrgUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.RetiredAt is not null && unit.Id != UnitId)
            throw new Refusal("Staff.Refusal.UnitRetired", unit.Name);
        UnitId = unit.Id;
    }

    /// <summary>The person will leave: works until the evening of <paramref name="lastDay"/>.</summary>
    public void PlanLeaving(DateOnly lastDay, Employee? successor)
    {
        if (!IsActive)
            throw new Refusal("Staff.Refusal.HasLeft", FullName);
        if (successor is not null && (successor.Id == Id || !successor.IsActive))
            throw new Refusal("Staff.Refusal.SuccessorCannot", successor.FullName);
        LastDay = lastDay;
        SuccessorId = successor?.Id;
    }

    /// <summary>The person stays after all.</summary>
    public void Stay()
    {
        if (!IsActive)
            throw new Refusal("Staff.Refusal.HasLeft", FullName);
        LastDay = null;
        SuccessorId = null;
    }

    /// <summary>The person has left the municipality.</summary>
    public void Leave() => IsActive = false;

    /// <summary>The person works here again.</summary>
    public void Return()
    {
        IsActive = true;
        LastDay = null;
        SuccessorId = null;
    }
}
