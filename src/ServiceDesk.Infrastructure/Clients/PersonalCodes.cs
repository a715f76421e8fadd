using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Clients;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Clients;

/// <summary>
/// Personal codes under the key ring of ASP.NET Data Protection (old keys of which stay and go on reading what they wrote), with an
/// HMAC-SHA-256 whose random key lies in the database under the same ring. A code has few digits: a hash without a key would be guessed
/// in a second.
/// </summary>
internal sealed class PersonalCodes(IDataProtectionProvider protection, IServiceScopeFactory scopes, TimeProvider time) : IPersonalCodes, IDisposable
{
    private const int KeyLength = 32;

    private readonly IDataProtector codes = protection.CreateProtector("ServiceDesk.PersonalCodes.v1");
    private readonly IDataProtector keys = protection.CreateProtector("ServiceDesk.PersonalCodes.LookupKey.v1");
    private readonly SemaphoreSlim gate = new(1, 1);
    private byte[]? key;

    public async Task<ProtectedCode> ProtectAsync(PersonalCode code, CancellationToken cancellationToken) =>
        new(codes.Protect(code.Digits), await HashAsync(code, cancellationToken), code.LastFour);

    public async Task<string> HashAsync(PersonalCode code, CancellationToken cancellationToken) => Hash(key ??= await KeyAsync(cancellationToken), code.Digits);

    public string? Reveal(string cipher)
    {
        try
        {
            return codes.Unprotect(cipher);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>();
            var row = await db.Set<LookupKey>().SingleOrDefaultAsync(k => k.Name == LookupKey.PersonalCodes, cancellationToken);
            return key ??= row is null ? await MakeAsync(db, cancellationToken) : Open(row);
        }
        finally
        {
            gate.Release();
        }
    }

    private static string Hash(byte[] key, string digits) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(digits)));

    /// <summary>
    /// The first who needs the key makes it; when two nodes are first at once, the row of one stays and both use it. Codes that are there
    /// already have lost theirs: they get hashes under the new one, in the same save.
    /// </summary>
    private async Task<byte[]> MakeAsync(ServiceDeskDbContext db, CancellationToken cancellationToken)
    {
        var made = RandomNumberGenerator.GetBytes(KeyLength);
        db.Add(new LookupKey { Name = LookupKey.PersonalCodes, Protected = Convert.ToBase64String(keys.Protect(made)), MadeAt = time.GetUtcNow() });
        foreach (var code in await db.Set<ClientCode>().ToListAsync(cancellationToken))
        {
            if (Reveal(code.Cipher) is { } digits)
                code.ProtectAnew(new ProtectedCode(code.Cipher, Hash(made, digits), code.LastFour));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Open(await db.Set<LookupKey>().SingleAsync(k => k.Name == LookupKey.PersonalCodes, cancellationToken));
        }
    }

    private byte[] Open(LookupKey row)
    {
        try
        {
            return keys.Unprotect(Convert.FromBase64String(row.Protected));
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException("The key of personal codes cannot be read: the key ring or its certificate is not the one that wrote it. See docs/runbooks/backup.md.", e);
        }
    }
}
