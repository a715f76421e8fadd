using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;

namespace ServiceDesk.Application.Demo;

/// <summary>A directory of bodies the demonstration municipality forwards to. Names as they are, addresses invented.</summary>
public sealed class DemoInstitutionsSeed(IServiceDeskDb db) : IDemoSeed
{
    /// <summary>Keeps the state's roads.</summary>
    public const string StateRoads = "VSIA \"Latvijas Valsts ceļi\"";

    private const string Health = "Nacionālais veselības dienests";
    private const string Transport = "VSIA \"Autotransporta direkcija\"";

    private static readonly (string Name, string Mailbox, string Note)[] Bodies =
    [
        (StateRoads, "lvceli", "Valsts autoceļu uzturēšana, ceļa zīmes un remonti uz valsts ceļiem"),
        (Health, "nvd", "Ārstu prakses, valsts apmaksāti veselības pakalpojumi"),
        (Transport, "atd", "Vilcieni un reģionālie autobusi"),
        ("Valsts vides dienests", "vvd", "Piesārņojums, dabas resursi, atkritumu dedzināšana"),
        ("Valsts policija", "vp", "Sabiedriskā kārtība, ceļu satiksmes pārkāpumi"),
        ("Patērētāju tiesību aizsardzības centrs", "ptac", "Strīdi ar tirgotājiem un pakalpojumu sniedzējiem"),
    ];

    /// <inheritdoc/>
    public int Order => 1090;

    /// <summary>The body that is competent for what a subject names.</summary>
    public static string For(string subject) =>
        subject.Contains("ārst", StringComparison.OrdinalIgnoreCase) ? Health : subject.Contains("vilcien", StringComparison.OrdinalIgnoreCase) ? Transport : StateRoads;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Institution>().AnyAsync(cancellationToken))
            return;
        db.Set<Institution>().AddRange(Bodies.Select((b, i) => new Institution(b.Name, $"{b.Mailbox}@iestades.example", $"_DEFAULT@9000000{i}", $"6710{i}100", b.Note)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
