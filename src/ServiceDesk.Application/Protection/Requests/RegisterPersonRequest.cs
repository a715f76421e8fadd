using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>Registers a person's request about their own data.</summary>
/// <param name="Token">One-time token of the form.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="Who">Who asks.</param>
/// <param name="Wish">What they want, in their words.</param>
/// <param name="ReceivedOn">Local day of receipt.</param>
public sealed record RegisterPersonRequest(Guid Token, PersonRequestKind Kind, Channel Channel, Requester Who, string Wish, DateOnly ReceivedOn);

/// <summary>Registers requests under numbers without gaps. The same form sent twice registers once.</summary>
public sealed class RegisterPersonRequestHandler(IServiceDeskDb db, RegisterNumbers numbers, CalendarProvider calendars, ICurrentUser user, LocalTime local, TimeProvider time)
{
    private const int Attempts = 3;

    /// <summary>Registers it and gives its key.</summary>
    public async Task<Guid> HandleAsync(RegisterPersonRequest command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var calendar = await calendars.GetAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(async token =>
                {
                    if (await db.Set<PersonRequest>().AnyAsync(r => r.Id == command.Token, token))
                        return command.Token;
                    var now = time.GetUtcNow();
                    var request = PersonRequest.Register(command.Token, command.Kind, command.Channel, command.Who, command.Wish, command.ReceivedOn, calendar, user.AsActor(), now);
                    var year = local.DateOf(now).Year;
                    var (register, sequence) = await numbers.NextAsync(PersonRequest.RegisterCode, year, token);
                    db.Set<PersonRequest>().Add(request.Numbered(register, year, sequence));
                    await db.SaveChangesAsync(token);
                    return request.Id;
                }, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.Forget(); // the first number of the year, or the same form, was taken at the same moment
            }
        }
    }
}

/// <summary>The register that numbers requests of people about their data.</summary>
public sealed class PersonRequestRegisterSeed(IServiceDeskDb db) : ISeed
{
    /// <inheritdoc/>
    public int Order => 21;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Register>().AnyAsync(r => r.Code == PersonRequest.RegisterCode, cancellationToken))
            return;
        db.Set<Register>().Add(new Register(PersonRequest.RegisterCode, "Datu subjektu pieprasījumu reģistrs", "DA", "{index}/{yy}/{seq}"));
        await db.SaveChangesAsync(cancellationToken);
    }
}
