using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>
/// The municipality's own part of the record of processing (GDPR art. 30(1)): who answers for it and how to reach the data-protection
/// officer. One row; what is processed and why comes from the code's own list.
/// </summary>
public sealed class ProcessingRecord : IVersioned
{
    /// <summary>Longest text, characters.</summary>
    public const int MaxText = 2000;

    /// <summary>Longest line, characters.</summary>
    public const int MaxLine = 300;

    private ProcessingRecord()
    {
    }

    /// <summary>A record. Refused as <see cref="Set"/> refuses.</summary>
    public ProcessingRecord(string? controller, string? controllerContact, string? officer, string? officerContact, string? joint, string? security) =>
        Set(controller, controllerContact, officer, officerContact, joint, security);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Name of the controller.</summary>
    public string Controller { get; private set; } = "";

    /// <summary>Address, phone, e-mail of the controller.</summary>
    public string ControllerContact { get; private set; } = "";

    /// <summary>The data-protection officer: name or post.</summary>
    public string Officer { get; private set; } = "";

    /// <summary>How to reach the officer.</summary>
    public string OfficerContact { get; private set; } = "";

    /// <summary>Joint controllers, if any.</summary>
    public string? JointControllers { get; private set; }

    /// <summary>Security measures of the house that hold for everything.</summary>
    public string? Security { get; private set; }

    /// <summary>Sets all fields. Refused without controller, officer and how to reach both.</summary>
    public void Set(string? controller, string? controllerContact, string? officer, string? officerContact, string? joint, string? security)
    {
        Controller = Text.Needed(controller, MaxLine, "Protection.Refusal.ControllerMissing");
        ControllerContact = Text.Needed(controllerContact, MaxLine, "Protection.Refusal.ControllerContactMissing");
        Officer = Text.Needed(officer, MaxLine, "Protection.Refusal.OfficerMissing");
        OfficerContact = Text.Needed(officerContact, MaxLine, "Protection.Refusal.OfficerContactMissing");
        JointControllers = Text.Optional(joint, MaxText);
        Security = Text.Optional(security, MaxText);
    }
}

/// <summary>What the municipality adds to one activity of the code's list.</summary>
public sealed class ProcessingEntry : IVersioned
{
    private ProcessingEntry()
    {
    }

    /// <summary>An entry for an activity.</summary>
    /// <param name="activity">Code of the activity; at most 60 characters.</param>
    public ProcessingEntry(string activity) => Activity = activity;

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Code of the activity.</summary>
    public string Activity { get; private set; } = "";

    /// <summary>Processors, with the contract.</summary>
    public string? Processors { get; private set; }

    /// <summary>Transfers outside the European Economic Area and the safeguards; null means none.</summary>
    public string? Transfers { get; private set; }

    /// <summary>Recipients beside those the code names.</summary>
    public string? Recipients { get; private set; }

    /// <summary>Security measures beside those the code names.</summary>
    public string? Security { get; private set; }

    /// <summary>Anything else, for example when the impact was assessed.</summary>
    public string? Remark { get; private set; }

    /// <summary>Sets all fields.</summary>
    public void Set(string? processors, string? transfers, string? recipients, string? security, string? remark) =>
        (Processors, Transfers, Recipients, Security, Remark) = (
            Text.Optional(processors, ProcessingRecord.MaxText), Text.Optional(transfers, ProcessingRecord.MaxText), Text.Optional(recipients, ProcessingRecord.MaxText),
            Text.Optional(security, ProcessingRecord.MaxText), Text.Optional(remark, ProcessingRecord.MaxText));
}

/// <summary>Texts officials type: trimmed, bounded, empty is none.</summary>
internal static class Text
{
    public static string? Optional(string? text, int longest)
    {
        var said = text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (said?.Length > longest)
            throw new Refusal("Cases.Refusal.TextTooLong", longest);
        return string.IsNullOrEmpty(said) ? null : said;
    }

    public static string Needed(string? text, int longest, string refusal) => Optional(text, longest) ?? throw new Refusal(refusal);
}
