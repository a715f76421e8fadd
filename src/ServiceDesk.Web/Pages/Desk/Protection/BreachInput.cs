using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection;

/// <summary>The fields of a personal-data breach: what is known, and what one step asks for.</summary>
public sealed class BreachInput
{
    public Guid Token { get; set; }

    /// <summary>Local wall-clock time.</summary>
    public DateTime? Discovered { get; set; }

    public DateTime? Occurred { get; set; }

    public string? What { get; set; }

    public bool Confidentiality { get; set; }

    public bool Integrity { get; set; }

    public bool Availability { get; set; }

    public string? PersonCategories { get; set; }

    public string? DataCategories { get; set; }

    public bool Special { get; set; }

    public int? PersonsAffected { get; set; }

    public int? RecordsAffected { get; set; }

    public string? Consequences { get; set; }

    public string? Measures { get; set; }

    public BreachRisk? Risk { get; set; }

    public bool? Notify { get; set; }

    /// <summary>When somebody outside was told, local wall-clock time.</summary>
    public DateTime? ToldAt { get; set; }

    public string? How { get; set; }

    public string? Reason { get; set; }

    public BreachDescription ToDescription(LocalTime local) => new()
    {
        What = What,
        LosesConfidentiality = Confidentiality,
        LosesIntegrity = Integrity,
        LosesAvailability = Availability,
        OccurredAt = Occurred is { } at ? local.ToUtc(at) : null,
        PersonCategories = PersonCategories,
        DataCategories = DataCategories,
        HasSpecialCategories = Special,
        PersonsAffected = PersonsAffected,
        RecordsAffected = RecordsAffected,
        Consequences = Consequences,
        Measures = Measures,
    };

    public void Fill(DataBreach item, LocalTime local)
    {
        var told = item.Told;
        (What, Confidentiality, Integrity, Availability) = (told.What, told.LosesConfidentiality, told.LosesIntegrity, told.LosesAvailability);
        (PersonCategories, DataCategories, Special, Consequences, Measures) = (told.PersonCategories, told.DataCategories, told.HasSpecialCategories, told.Consequences, told.Measures);
        (PersonsAffected, RecordsAffected) = (told.PersonsAffected, told.RecordsAffected);
        (Discovered, Occurred) = (local.At(item.DiscoveredAt), told.OccurredAt is { } at ? local.At(at) : null);
        if (item.Risk != BreachRisk.NotAssessed)
            Risk = item.Risk;
    }
}

/// <summary>A form about a breach.</summary>
public abstract class BreachInputPage : PageModel
{
    [BindProperty]
    public BreachInput Input { get; set; } = new();

    /// <summary>The field a refusal is about.</summary>
    protected static string FieldOf(string refusal) => refusal switch
    {
        "Protection.Refusal.WhatMissing" => "Input.What",
        "Protection.Refusal.DiscoveredInFuture" => "Input.Discovered",
        "Protection.Refusal.OccurredAfterDiscovery" => "Input.Occurred",
        "Protection.Refusal.NumberNegative" => "Input.PersonsAffected",
        "Protection.Refusal.RiskMissing" => "Input.Risk",
        "Protection.Refusal.AuthorityMustBeTold" => "Input.Notify",
        "Protection.Refusal.ReasonMissing" or "Protection.Refusal.LateReasonMissing" or "Protection.Refusal.NoteMissing" => "Input.Reason",
        "Protection.Refusal.ToldInFuture" or "Protection.Refusal.ToldBeforeDiscovery" or "Protection.Refusal.WhenMissing" => "Input.ToldAt",
        "Protection.Refusal.HowMissing" => "Input.How",
        _ => "",
    };
}
