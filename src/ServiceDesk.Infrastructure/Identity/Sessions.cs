using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>The browsers in which people are signed in.</summary>
internal sealed class Sessions(ServiceDeskDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    private static readonly (string Sign, string Name)[] Browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Another browser is signed in. The row has to be there before the cookie is.</summary>
    public async Task<Guid> OpenAsync(User user, string method, HttpContext context)
    {
        var now = time.GetUtcNow();
        var session = new SignInSession { UserId = user.Id, StartedAt = now, SeenAt = now, Method = method, Browser = Describe(context.Request.Headers.UserAgent.ToString()) };
        db.Add(session);
        user.LastSignInAt = now;
        await db.SaveChangesAsync();
        return session.Id;
    }

    /// <summary>Whether the session still opens something; notes now and then that it was seen.</summary>
    public async Task<bool> IsOpenAsync(Guid id, Guid user)
    {
        var session = await db.Set<SignInSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.UserId == user && s.EndedAt == null);
        if (session is null)
            return false;
        var now = time.GetUtcNow();
        if (now - session.SeenAt >= Precision)
            await db.Set<SignInSession>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now));
        return true;
    }

    public Task EndAsync(IQueryable<SignInSession> which, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return which.Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellationToken);
    }

    public IQueryable<SignInSession> Of(Guid user) => db.Set<SignInSession>().Where(s => s.UserId == user);

    /// <summary>"Firefox, Linux": enough to recognise one's own, no more.</summary>
    internal static string Describe(string agent)
    {
        string?[] words = [Browsers.FirstOrDefault(b => agent.Contains(b.Sign, StringComparison.Ordinal)).Name, Systems.FirstOrDefault(s => agent.Contains(s.Sign, StringComparison.Ordinal)).Name];
        var known = string.Join(", ", words.OfType<string>());
        return known.Length > 0 ? known : "–";
    }
}
