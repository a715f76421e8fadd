namespace ServiceDesk.Application.Shared.Access;

/// <summary>Who is at the keyboard. A visitor of the public pages and a background job have no employee.</summary>
public interface ICurrentUser
{
    /// <summary>The employee signed in, or null.</summary>
    Guid? EmployeeId { get; }

    /// <summary>Name and surname for the history; empty for a visitor.</summary>
    string Name { get; }

    /// <summary>Roles held now.</summary>
    IReadOnlySet<Role> Roles { get; }

    /// <summary>The unit the employee works in, or null.</summary>
    Guid? UnitId { get; }

    /// <summary>Units the employee heads, with all units below them.</summary>
    IReadOnlySet<Guid> HeadedUnitIds { get; }

    /// <summary>The account signed in, or null; not every account belongs to an employee.</summary>
    Guid? AccountId => null;

    /// <summary>Employees for whom the person stands in today.</summary>
    IReadOnlySet<Guid> StandsInFor => new HashSet<Guid>();

    /// <summary>The instant by which terms of access are judged, UTC; the end of time where nobody says, so that every term is over.</summary>
    DateTimeOffset Now => DateTimeOffset.MaxValue;

    /// <summary>Whether the access matrix grants a permission to this person.</summary>
    bool May(Permission permission) => AccessMatrix.Grants(Roles, permission);
}
