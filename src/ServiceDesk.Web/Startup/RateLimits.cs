using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ServiceDesk.Web.Startup;

/// <summary>Brakes for what strangers may send (section <c>ServiceDesk:RateLimits</c>), counted per client address.</summary>
public sealed class RateLimits
{
    /// <summary>Policy names, for <c>[EnableRateLimiting(RateLimits.SubmitPolicy)]</c> on a page model.</summary>
    public const string SignInPolicy = "sign-in";

    /// <inheritdoc cref="SignInPolicy"/>
    public const string SubmitPolicy = "submit";

    /// <inheritdoc cref="SignInPolicy"/>
    public const string TrackPolicy = "track";

    /// <inheritdoc cref="SignInPolicy"/>
    public const string SurveyPolicy = "survey";

    /// <summary>Attempts to sign in.</summary>
    public Brake SignIn { get; set; } = new() { Permits = 10, Window = TimeSpan.FromMinutes(1) };

    /// <summary>Forms sent to the municipality.</summary>
    public Brake Submit { get; set; } = new() { Permits = 10, Window = TimeSpan.FromMinutes(10) };

    /// <summary>Numbers and keys tried on the tracking page.</summary>
    public Brake Track { get; set; } = new() { Permits = 30, Window = TimeSpan.FromMinutes(1) };

    /// <summary>Steps and answers of surveys: a kiosk, a school or an interviewer's round comes from one address.</summary>
    public Brake Survey { get; set; } = new() { Permits = 200, Window = TimeSpan.FromMinutes(10) };

    /// <summary>So many requests in so much time.</summary>
    public sealed class Brake
    {
        [Range(1, int.MaxValue)]
        public int Permits { get; set; }

        [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
        public TimeSpan Window { get; set; }
    }
}

internal static class RateLimitsRegistration
{
    private const int Segments = 6;
    private const string Wait = "rate limit: wait";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimits>().Bind(builder.Configuration.GetSection("ServiceDesk:RateLimits")).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<RateLimits>, RateLimitsCheck>();
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (context, _) =>
            {
                if (context.HttpContext.Items[Wait] is TimeSpan wait)
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            o.AddPolicy(RateLimits.SignInPolicy, c => Limit(c, HttpMethods.IsPost(c.Request.Method), l => l.SignIn));
            o.AddPolicy(RateLimits.SubmitPolicy, c => Limit(c, HttpMethods.IsPost(c.Request.Method), l => l.Submit));
            o.AddPolicy(RateLimits.SurveyPolicy, c => Limit(c, HttpMethods.IsPost(c.Request.Method), l => l.Survey));
            o.AddPolicy(RateLimits.TrackPolicy, c => Limit(c, HttpMethods.IsPost(c.Request.Method) || c.Request.QueryString.HasValue, l => l.Track));
        });
    }

    private static RateLimitPartition<string> Limit(HttpContext context, bool counts, Func<RateLimits, RateLimits.Brake> which)
    {
        if (!counts)
            return RateLimitPartition.GetNoLimiter("");
        var brake = which(context.RequestServices.GetRequiredService<IOptions<RateLimits>>().Value);
        // After one segment of the window the first permits come back.
        context.Items[Wait] = brake.Window / Segments;
        return RateLimitPartition.GetSlidingWindowLimiter(
            Client(context.Connection.RemoteIpAddress),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = brake.Permits, Window = brake.Window, SegmentsPerWindow = Segments });
    }

    // A household gets a whole IPv6 /64: one client.
    private static string Client(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private sealed class RateLimitsCheck : IValidateOptions<RateLimits>
    {
        public ValidateOptionsResult Validate(string? name, RateLimits options)
        {
            var faults = new[] { (nameof(RateLimits.SignIn), options.SignIn), (nameof(RateLimits.Submit), options.Submit), (nameof(RateLimits.Track), options.Track), (nameof(RateLimits.Survey), options.Survey) }
                .Where(b => !Validator.TryValidateObject(b.Item2, new ValidationContext(b.Item2), null, validateAllProperties: true))
                .Select(b => $"ServiceDesk:RateLimits:{b.Item1}: Permits is at least 1, Window between a second and a day.")
                .ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
