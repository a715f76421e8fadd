using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A sign-in account. The person behind it is an employee; accounts without one belong to administrators of the machine.</summary>
public sealed class User : IdentityUser<Guid>
{
    public Guid? EmployeeId { get; set; }

    /// <summary>Name for the history, where there is no employee to take it from.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Language of letters about the account; null is Latvian.</summary>
    public string? Language { get; set; }

    /// <summary>When an administrator closed the account; null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Last day on which the account opens anything, local; null without an end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>When the person signed in last.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The last code of the second step that was taken: each opens once.</summary>
    public string? LastCode { get; set; }
}
