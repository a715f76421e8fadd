using ServiceDesk.Application.Correspondence;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Everything the demo cases share: the people, the house, the calendar and the present.</summary>
internal sealed record DemoOffice(
    DemoBook Book,
    IReadOnlyDictionary<Guid, OrgUnit> Units,
    IReadOnlyDictionary<string, Topic> Topics,
    IReadOnlyList<Employee> Employees,
    LetterWriter Letters,
    WorkingCalendar Calendar,
    LocalTime Local,
    DateTimeOffset Now)
{
    private static readonly string[] Answering =
        ["Klientu", "Nekustam", "Labiek", "Ceļu", "Sociāl", "Izglīt", "Arhitekt", "Būvvald", "Galven", "Sistēm"];

    public DateOnly Today { get; } = Local.DateOf(Now);

    public OrgUnit Unit(string name) => Units.Values.First(u => u.Name == name);

    /// <summary>Somebody of the unit who answers clients; heads answer less often.</summary>
    public Employee SomebodyOf(Guid unitId, Random random)
    {
        var people = Employees.Where(e => e.UnitId == unitId && Answering.Any(a => e.Position.StartsWith(a, StringComparison.Ordinal))).ToList();
        var ordinary = people.Where(e => e.Id != Units[unitId].HeadId).ToList();
        return ordinary.Count > 0 && random.Next(5) > 0 ? ordinary[random.Next(ordinary.Count)] : people[random.Next(people.Count)];
    }

    /// <summary>A client-service specialist.</summary>
    public Actor Intake(Random random)
    {
        var people = Employees.Where(e => e.Position.StartsWith("Klientu apkalpošanas speciālist", StringComparison.Ordinal)).ToList();
        var person = people[random.Next(people.Count)];
        return new Actor(person.Id, person.FullName);
    }

    /// <summary>The head of the unit or of the nearest unit above that has one.</summary>
    public Employee? HeadOf(Guid unitId)
    {
        for (var unit = Units[unitId]; ; unit = Units[unit.ParentId.Value])
        {
            if (unit.HeadId is { } head)
                return Employees.First(e => e.Id == head);
            if (unit.ParentId is null)
                return null;
        }
    }

    /// <summary>A moment in opening hours; on a free day some time between nine and eight in the evening.</summary>
    public DateTimeOffset Moment(DateOnly day, Random random)
    {
        var (from, to) = Calendar.Hours(day) is { } hours ? (hours.Opens.AddMinutes(10), hours.Closes.AddMinutes(-10)) : (new TimeOnly(9, 0), new TimeOnly(20, 0));
        return At(day, from, to, random);
    }

    /// <summary>A moment of the day between two times.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly from, TimeOnly to, Random random)
    {
        var seconds = random.Next(Math.Max(1, (int)(to - from).TotalSeconds));
        return Local.ToUtc(day.ToDateTime(from).AddSeconds(seconds));
    }

    public bool IsOpen(DateTimeOffset at)
    {
        var local = Local.At(at);
        return Calendar.Hours(DateOnly.FromDateTime(local)) is { } hours && TimeOnly.FromDateTime(local) >= hours.Opens && TimeOnly.FromDateTime(local) < hours.Closes;
    }
}
