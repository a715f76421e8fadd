using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Reads the person out of the cookie's claims; nobody outside a request.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http, TimeProvider time) : ICurrentUser
{
    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    public Guid? EmployeeId => One(PersonClaims.Employee);

    public string Name => Principal?.FindFirstValue(PersonClaims.Name) ?? "";

    public IReadOnlySet<Role> Roles =>
        All(ClaimTypes.Role).Select(v => Enum.TryParse<Role>(v, out var role) ? role : (Role?)null).OfType<Role>().ToHashSet();

    public Guid? UnitId => One(PersonClaims.Unit);

    public IReadOnlySet<Guid> HeadedUnitIds => All(PersonClaims.Headed).Select(Guid.Parse).ToHashSet();

    public Guid? AccountId => One(ClaimTypes.NameIdentifier);

    public IReadOnlySet<Guid> StandsInFor => All(PersonClaims.StandsIn).Select(Guid.Parse).ToHashSet();

    public DateTimeOffset Now => time.GetUtcNow();

    private Guid? One(string claim) => Guid.TryParse(Principal?.FindFirstValue(claim), out var id) ? id : null;

    private IEnumerable<string> All(string claim) => Principal?.FindAll(claim).Select(c => c.Value) ?? [];
}
