using System.Globalization;
using System.Text.Json;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Benchmarks.Search;

/// <summary>Makes cases of lines of made-up data, with all their messages.</summary>
internal sealed class Filler(Dictionary<int, string[]> clients, OrgUnit[] units, Employee[] officers, Register register, LocalTime local)
{
    public Case Read(string line, int number)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        var unit = row.GetProperty("dept").GetInt32() - 1;
        var client = clients[row.GetProperty("client").GetInt32()];
        var receivedAt = At(row.GetProperty("created"));
        var officer = new Actor(officers[unit].Id, officers[unit].FullName);
        var item = Case.Receive(new()
        {
            Register = register,
            Year = receivedAt.Year,
            Sequence = number,
            Kind = CaseKind.Complaint,
            Channel = Channel.WebForm,
            Subject = row.GetProperty("subject").GetString()!,
            Text = row.GetProperty("body").GetString()!,
            UnitId = units[unit].Id,
            AssigneeId = officers[unit].Id,
            Contact = new Contact { Name = client[2], Email = client[3], Phone = client[4], UnitMayKnow = number % 3 != 0 },
            RegisteredBy = Actor.Client,
            ReceivedAt = receivedAt,
            ReceivedOn = local.DateOf(receivedAt),
            RegisteredAt = receivedAt,
        });
        foreach (var step in row.GetProperty("events").EnumerateArray())
        {
            var (kind, at, text) = (step.GetProperty("kind").GetString(), At(step.GetProperty("at")), step.GetProperty("text").GetString()!);
            if (kind == "client")
                item.AddClientMessage(text, [], at);
            else if (text.Length > 0)
                item.AddNote(text, officer, at);
        }

        return item;
    }

    private static DateTimeOffset At(JsonElement value) =>
        DateTimeOffset.ParseExact(value.GetString()!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
