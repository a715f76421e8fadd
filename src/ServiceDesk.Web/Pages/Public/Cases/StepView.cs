using ServiceDesk.Application.Cases;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>A step of the public timeline and the day it is looked at.</summary>
public sealed record StepView(TrackedStep Step, DateOnly Today)
{
    /// <summary>Whether we said something in it.</summary>
    public bool IsOurs => Step.Kind is TrackedStepKind.WePromised or TrackedStepKind.WeExtended or TrackedStepKind.WeForwarded or TrackedStepKind.WeAsked or TrackedStepKind.WeReplied;

    public string Icon => Step.Kind switch
    {
        TrackedStepKind.YouWrote => "inbox",
        TrackedStepKind.HandedOver => "arrow-right",
        TrackedStepKind.WeAcknowledged => "check",
        TrackedStepKind.WePromised or TrackedStepKind.WeExtended => "calendar-check",
        TrackedStepKind.WeForwarded => "arrow-forward-up",
        TrackedStepKind.WeAsked => "help-circle",
        TrackedStepKind.YouThanked => "heart-handshake",
        TrackedStepKind.Reopened => "rotate-clockwise",
        TrackedStepKind.WeReplied => "message-2",
        TrackedStepKind.Closed => "circle-check",
        _ => throw new InvalidOperationException($"No icon for {Step.Kind}"),
    };
}
