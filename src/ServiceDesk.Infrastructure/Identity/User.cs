using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A sign-in account. The person behind it is an employee; accounts without one belong to administrators of the machine.</summary>
public sealed class User : IdentityUser<Guid>
{
    public Guid? EmployeeId { get; set; }
}
