using System.ComponentModel.DataAnnotations;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>How cases that belong together are found and told of (section <c>ServiceDesk:Links</c>).</summary>
public sealed class CaseLinkOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:Links";

    /// <summary>Whether cases that look like the same are suggested.</summary>
    public bool SuggestDuplicates { get; set; } = true;

    /// <summary>How many days back the same question counts as the same.</summary>
    [Range(1, 90)]
    public int DuplicateDays { get; set; } = 7;

    /// <summary>Whether the client is told, unless the person who splits says otherwise, that a part of the letter goes on under a number of its own.</summary>
    public bool TellClientOfSplit { get; set; } = true;
}
