using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDesk.Application.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Errors;

public class OwnFaultTests(OwnFaultTests.BrokenSite site) : IClassFixture<OwnFaultTests.BrokenSite>
{
    [Fact]
    public async Task A_fault_of_ours_is_told_with_apology_and_request_number_and_without_its_cause()
    {
        site.Broken = true;
        var page = await site.Visitor().GetAsync("/contacts");
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("Mūsu kļūda: lapa nedarbojas", page.TextOf("h1"));
        Assert.Contains("Pieprasījuma numurs: ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not today", page.Html, StringComparison.Ordinal);
    }

    /// <summary>Its database context cannot be had once it is broken.</summary>
    public sealed class BrokenSite : Site
    {
        public bool Broken { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                var working = services.Last(service => service.ServiceType == typeof(IServiceDeskDb)).ImplementationFactory!;
                services.Replace(ServiceDescriptor.Scoped(provider =>
                    Broken ? throw new InvalidOperationException("not today") : (IServiceDeskDb)working(provider)));
            });
        }
    }
}
