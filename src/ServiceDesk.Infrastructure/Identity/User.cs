using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A sign-in account. The person behind it is an employee; accounts without one belong to administrators of the machine.</summary>
public sealed class User : IdentityUser<Guid>
{
    public Guid? EmployeeId { get; set; }

    /// <summary>Name for the history, where there is no employee to take it from.</summary>
    public string DisplayName { get; set; } = "";
}
