using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Where the readings of a kind of files stand, and the keys of what is said of them.</summary>
/// <param name="Address">Their list.</param>
/// <param name="Imported">Records taken over.</param>
/// <param name="Known">Records that were there.</param>
/// <param name="Points">What a remark points at.</param>
/// <param name="Tried">After a trial.</param>
/// <param name="Done">After the taking over.</param>
public sealed record ImportWords(string Address, string Imported, string Known, string Points, string Tried, string Done)
{
    private static readonly ImportWords Cases =
        new("/desk/import", "Cases.Import.Imported", "Cases.Import.AlreadyThere", "Cases.Import.Number", "Cases.Import.TrialDone", "Cases.Import.Done");

    private static readonly ImportWords Clients =
        new("/desk/clients/import", "Clients.Import.Imported", "Clients.Import.Known", "Clients.Import.Column", "Clients.Import.TrialDone", "Clients.Import.Done");

    /// <summary>Those of a kind.</summary>
    public static ImportWords Of(ImportKind kind) => kind == ImportKind.Clients ? Clients : Cases;

    /// <summary>How a state looks.</summary>
    public static string Look(ImportState state) => state switch
    {
        ImportState.Waiting => "state-new",
        ImportState.Running => "state-work",
        ImportState.Done => "state-done",
        _ => "state-failed",
    };
}
