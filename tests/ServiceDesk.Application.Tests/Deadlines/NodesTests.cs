using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

public class NodesTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task A_change_on_one_node_is_seen_by_the_next_request_on_another(Engine engine)
    {
        await using var here = await databases.OpenAsync(engine);
        await using var there = await databases.OpenAsync(engine);
        var day = new DateOnly(2026, 9, 1);
        Assert.True((await there.RunAsync((CalendarProvider c) => c.GetAsync(default))).IsWorkingDay(day));

        await here.ActAsAsync(Role.Administrator);
        var version = (await here.RunAsync((ReadDeadlineSettingsHandler h) => h.HandleAsync(default))).Version;
        await here.RunAsync((ChangeCalendarHandler h) => h.HandleAsync(
            new(new AddCalendarException(day, CalendarExceptionKind.LocalHoliday, "Domes lēmums", "Novada svētki"), version), default));

        Assert.Equal(DayReason.LocalHoliday, (await here.RunAsync((CalendarProvider c) => c.GetAsync(default))).Reason(day));
        Assert.Equal(DayReason.LocalHoliday, (await there.RunAsync((CalendarProvider c) => c.GetAsync(default))).Reason(day));
    }
}
