using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>What the writer sets around the body of a letter; the rest is generated.</summary>
/// <param name="Salutation">How the client is addressed; blank takes the proposed one.</param>
/// <param name="NextSteps">What happens next; blank leaves it out.</param>
/// <param name="ClientNumber">The number the client gave their own document.</param>
public sealed record LetterFrame(string? Salutation, string? NextSteps, string? ClientNumber);

/// <summary>Who signs, as the employee's record has it.</summary>
/// <param name="Name">Name and surname.</param>
/// <param name="Position">Post.</param>
/// <param name="UnitName">Unit.</param>
/// <param name="Phone">Own phone, else that of the unit.</param>
/// <param name="Email">Work e-mail.</param>
public sealed record Signatory(string Name, string Position, string UnitName, string? Phone, string Email)
{
    /// <summary>Whether the record lacks what a signature needs (SIG 21.2.5).</summary>
    public bool IsIncomplete => string.IsNullOrWhiteSpace(Position) || string.IsNullOrWhiteSpace(Phone);
}

/// <summary>Puts a letter together from what was typed and what the house knows (SIG 21.2).</summary>
public sealed class LetterComposer(IServiceDeskDb db, StandardProvider standards, LetterWriter words, ICurrentUser user)
{
    /// <summary>The letter, for looking at.</summary>
    public async Task<LetterParts> ComposeAsync(Case item, LetterFrame frame, string? body, DateOnly? promisedOn, CancellationToken cancellationToken)
    {
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var number = Blank(frame.ClientNumber);
        return new LetterParts
        {
            Salutation = Blank(frame.Salutation) ?? words.Salutation(item.Language, null),
            Reference = words.Reference(item.Language, item.Number, item.ReceivedOn, number),
            Body = Blank(body) ?? "",
            Promise = promisedOn is { } day ? words.Promise(item.Language, day) : null,
            NextSteps = Blank(frame.NextSteps),
            Signature = words.Signature(item.Language, await SignatoryAsync(cancellationToken)),
            Notice = rulebook.Standard.Settings.ConfidentialityNotice?.In(item.Language),
            ClientNumber = number,
        };
    }

    /// <summary>The letter, for sending; null without a frame, then the text goes as it is. Refuses an empty body and variables left without a value.</summary>
    public async Task<LetterParts?> ForSendingAsync(Case item, LetterFrame? frame, string body, DateOnly? promisedOn, CancellationToken cancellationToken)
    {
        if (frame is null)
            return null;
        if (string.IsNullOrWhiteSpace(body))
            throw new Refusal("Cases.Refusal.TextMissing");
        Placeholders.RefuseUnfilled(frame.Salutation, body, frame.NextSteps);
        return await ComposeAsync(item, frame, body, promisedOn, cancellationToken);
    }

    /// <summary>Who is at the keyboard, as the signature has them.</summary>
    public async Task<Signatory> SignatoryAsync(CancellationToken cancellationToken) =>
        await db.Set<Employee>().AsNoTracking().Where(e => e.Id == user.EmployeeId)
            .Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new Signatory(e.Name + " " + e.Surname, e.Position, u.Name, e.Phone ?? u.Phone, e.Email))
            .SingleOrDefaultAsync(cancellationToken)
        ?? new Signatory(user.Name, "", "", null, "");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
