using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>A personal code to be written down.</summary>
/// <param name="Id">The card.</param>
/// <param name="Version">The version the form showed.</param>
/// <param name="Text">As typed.</param>
/// <param name="IsFormer">Whether it is one the client had earlier.</param>
/// <param name="Insist">Whether warnings were seen and overridden.</param>
public sealed record GiveCode(Guid Id, int Version, string? Text, bool IsFormer, bool Insist);

/// <summary>Writes personal codes down, shows them with a reason, and finds cards by them. Every showing and every search is in the access log.</summary>
public sealed class KeepCodesHandler(
    IServiceDeskDb db, ClientEditor editor, IPersonalCodes codes, ReadLog log, IOptions<ClientOptions> options, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Shortest reason that says something.</summary>
    public const int ShortestReason = 5;

    /// <summary>Writes a code down; returns what is wrong with it, or nothing.</summary>
    public async Task<IReadOnlyList<EntryFault>> GiveAsync(GiveCode command, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(command.Id, command.Version, cancellationToken);
        var check = Check(command.Text);
        if (check.Error is { } error)
            return [new EntryFault(nameof(command.Text), error, IsWarning: false)];
        if (check.Warnings.Count > 0 && !command.Insist)
            return [.. check.Warnings.Select(w => new EntryFault(nameof(command.Text), w, IsWarning: true))];
        var code = await codes.ProtectAsync(check.Value!, cancellationToken);
        if (command.IsFormer)
            client.AddFormerCode(code, user.AsActor(), time.GetUtcNow());
        else
            client.GiveCode(code, user.AsActor(), time.GetUtcNow());
        await editor.SaveAsync(cancellationToken);
        return [];
    }

    /// <summary>
    /// The code as written on paper. Refuses who may not, and without a reason. The line in the log is written before the code is shown.
    /// </summary>
    public async Task<string> RevealAsync(Guid id, Guid codeId, string? reason, CancellationToken cancellationToken)
    {
        user.Demand(Permission.RevealPersonalCodes);
        if (reason is null || reason.Trim().Length < ShortestReason)
            throw new Refusal("Clients.Refusal.RevealReason", ShortestReason);
        var card = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Id == id)
            .SelectMany(c => c.Codes).SingleOrDefaultAsync(c => c.Id == codeId, cancellationToken) ?? throw new Refusal("Clients.Refusal.NoCard");
        await log.NoteAsync(new Reading(ReadThing.PersonalCode, codeId, Client.NumberOf(id), ReadWay.Reveal, ReadPurpose.Stated, reason.Trim(), id), cancellationToken);
        var digits = codes.Reveal(card.Cipher) ?? throw new Refusal("Clients.Refusal.CodeUnreadable");
        return $"{digits[..6]}-{digits[6..]}";
    }

    /// <summary>
    /// The card that has or had a code, by its exact value; null when there is none the person may see. Refuses what is no code. A search
    /// that found nobody is in the log as well.
    /// </summary>
    public async Task<Guid?> FindAsync(string? text, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeClients);
        var check = Check(text);
        if (check.Value is not { } code)
            throw new Refusal(check.Error!);
        var hash = await codes.HashAsync(code, cancellationToken);
        var found = await db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()).Where(c => c.Codes.Any(x => x.Hash == hash) && c.State == ClientState.Active)
            .OrderByDescending(c => c.Codes.Any(x => x.Hash == hash && x.RetiredAt == null)).ThenBy(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellationToken);
        await log.NoteAsync(
            new Reading(ReadThing.PersonalCode, found?.ToString("N") ?? "", found is { } id ? Client.NumberOf(id) : "", ReadWay.Page, ReadPurpose.Handling, null, found), cancellationToken);
        return found;
    }

    private Checked<PersonalCode> Check(string? text) => PersonalCode.Check(text, local.DateOf(time.GetUtcNow()), options.Value.RemainderTenIsZero);
}
