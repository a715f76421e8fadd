using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Pages.Desk.Clients.FindClients;

/// <summary>What a field that finds clients offers.</summary>
/// <param name="Found">Clients found.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="OffersNew">Whether a new card may be begun from here.</param>
public sealed record FoundOptions(FoundClients Found, string Typed, bool OffersNew);

/// <summary>Results of looking for clients in words.</summary>
public static class FoundWordsOf
{
    /// <summary>How many were found, or why none were.</summary>
    public static string FoundWords(this Texts t, FoundClients found) => found switch
    {
        { IsTooShort: true } => t["Clients.Lookup.TooShort"],
        { Clients.Count: 0 } => t["Clients.Lookup.None"],
        { ByCode: true } => t["Clients.Lookup.ByCode"],
        { IsMore: true } => t["Clients.Lookup.More", found.Clients.Count],
        _ => t.Plural("Clients.Lookup.Count", found.Clients.Count),
    };
}
