using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>Cases as a test needs them, and the steps on them.</summary>
internal static class Given
{
    public const string Line = "Līga", Head = "Jānis", RoadEngineer = "Edgars";

    private static readonly CancellationToken None = CancellationToken.None;

    public static Task<Guid> CaseAsync(this House house, string unit = DemoPeople.Utilities, string? owner = Line, string? email = null) =>
        house.CasesAsync(1, unit, owner, email).ContinueWith(t => t.Result[0], TaskScheduler.Default);

    /// <summary>Cases received now, with their clocks.</summary>
    public static async Task<List<Guid>> CasesAsync(this House house, int count, string unit = DemoPeople.Utilities, string? owner = Line, string? email = null)
    {
        await using var scope = house.Scope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IServiceDeskDb>();
        var now = house.Time.GetUtcNow();
        var today = LocalTime.Riga.DateOf(now);
        var unitId = await db.Set<OrgUnit>().Where(u => u.Name == unit).Select(u => u.Id).SingleAsync();
        Guid? ownerId = owner is null ? null : await db.Set<Employee>().Where(e => e.Name == owner).Select(e => e.Id).SingleAsync();
        var schedule = await services.GetRequiredService<ClockStarter>().ScheduleAsync(CaseKind.Complaint, Channel.WebForm, Audience.External, false, now, None);
        return await db.InTransactionAsync(async token =>
        {
            var (register, first) = await services.GetRequiredService<RegisterNumbers>().TakeAsync(Register.Cases, today.Year, count, token);
            List<Guid> ids = [];
            for (var i = 0; i < count; i++)
            {
                var item = Case.Receive(new Receipt
                {
                    Register = register,
                    Year = today.Year,
                    Sequence = first + i,
                    Kind = CaseKind.Complaint,
                    Channel = Channel.WebForm,
                    Subject = "Slepens temats",
                    Text = "Slepens teksts par Pētera Kalēja pagalmu.",
                    UnitId = unitId,
                    AssigneeId = ownerId,
                    RegisteredBy = Actor.Client,
                    Contact = new Contact { Name = "Pēteris Kalējs", Email = email, UnitMayKnow = true },
                    ReceivedAt = now,
                    ReceivedOn = today,
                    RegisteredAt = now,
                });
                schedule.StartOn(item, now);
                db.Set<Case>().Add(item);
                ids.Add(item.Id);
            }

            await db.SaveChangesAsync(token);
            return ids;
        }, None);
    }

    public static async Task AnswerAsync(this House house, Guid id, CaseOutcome? closes = CaseOutcome.Granted, Delivery delivery = Delivery.Phone)
    {
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(new SendReply(id, "Labdien! Darbs padarīts, paldies.", delivery, closes, [], null), None));
        house.ActAsNobody();
    }

    public static async Task PromiseAsync(this House house, Guid id, DateOnly on)
    {
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((SendInterimReplyHandler h) => h.HandleAsync(new SendInterimReply(id, "Gaidām mērnieku.", on, Delivery.Phone, null), None));
        house.ActAsNobody();
    }

    public static Task<BreachRun> DetectAsync(this House house) => house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(None));

    public static Task<int> EscalateAsync(this House house) => house.RunAsync((EscalateBreachesHandler h) => h.HandleAsync(None));

    public static Task<List<Breach>> BreachesAsync(this House house) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Breach>().AsNoTracking().OrderBy(b => b.DetectedAt).ThenBy(b => b.Id).ToListAsync());

    public static Task<Case> LoadAsync(this House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.Messages).Include(c => c.History).AsSplitQuery().SingleAsync(c => c.Id == id));

    public static Task<Guid> EmployeeAsync(this House house, string name) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Name == name).Select(e => e.Id).SingleAsync());
}
