using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Startup;

public class KeyTests(KeyTests.CertificateSite site) : IClassFixture<KeyTests.CertificateSite>
{
    [Fact]
    public async Task Keys_of_cookies_lie_in_the_database_and_a_certificate_encrypts_them()
    {
        await site.SignInAsync(Role.Administrator);
        var keys = await site.RunAsync((IServiceDeskDb db) => db.Set<DataProtectionKey>().Select(k => k.Xml).ToListAsync());
        var key = Assert.Single(keys);
        Assert.Contains("EncryptedXmlDecryptor", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
    }

    public sealed class CertificateSite : Site
    {
        protected override void Configure(IDictionary<string, string?> settings)
        {
            using var rsa = RSA.Create(2048);
            var now = DateTimeOffset.UnixEpoch.AddYears(50);
            using var certificate = new CertificateRequest("CN=keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now, now.AddYears(100));
            var path = Path.Combine(DataFolder, "keys.pfx");
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "secret"));
            settings["ServiceDesk:DataProtection:Certificate"] = path;
            settings["ServiceDesk:DataProtection:Password"] = "secret";
        }
    }
}
