using System.Text;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <content>Names over time.</content>
public sealed partial class Client
{
    private readonly List<ClientName> names = [];

    /// <summary>Every name: the current one, those borne earlier, those used beside it.</summary>
    public IReadOnlyList<ClientName> Names => names;

    /// <summary>The order of a client of a kind and name: persons by surname, firms and bodies by the name in quotation marks.</summary>
    public static string SortKeyOf(ClientKind kind, string name)
    {
        if (kind is ClientKind.Person or ClientKind.Internal)
        {
            var last = name.LastIndexOf(' ');
            return LatvianOrder.Key(last < 0 ? name : $"{name[(last + 1)..]} {name[..last]}");
        }

        var open = name.IndexOfAny(['"', '\u201E', '\u201C', '\u00AB']);
        return LatvianOrder.Key(open > 0 ? $"{name[open..]} {name[..open]}" : name);
    }

    /// <summary>The client bears another name from a day on; the one before stays as a former one and findable.</summary>
    /// <param name="name">The new name.</param>
    /// <param name="from">First day of the new name, local; null when it is not known.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="at">Now, UTC.</param>
    public void Rename(string name, DateOnly? from, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var (was, before) = (Name, names.SingleOrDefault(n => n.Kind == ClientNameKind.Current));
        if (Normal(name) == was)
            return;
        if (from is { } day && before?.From is { } since && day <= since)
            throw new Refusal("Clients.Refusal.NameBeforeLast", since);
        Take(name);
        before?.End(from?.AddDays(-1));
        names.Add(new ClientName(Id, Name, ClientNameKind.Current, from, null));
        Log(ClientEventKind.Renamed, by, at, ClientField.Name, was, Name);
    }

    /// <summary>The name was written wrongly: puts it right without leaving a former name.</summary>
    public void CorrectName(string name, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        var was = Name;
        Take(name);
        if (Name == was)
            return;
        names.SingleOrDefault(n => n.Kind == ClientNameKind.Current)?.Correct(Name);
        Log(ClientEventKind.Changed, by, at, ClientField.Name, was, Name);
    }

    /// <summary>Adds a name borne earlier, or one used beside the current one. A name known already is left as it is.</summary>
    public void AddName(string name, ClientNameKind kind, DateOnly? from, DateOnly? to, Actor by, DateTimeOffset at)
    {
        RefuseIfGone();
        if (kind == ClientNameKind.Current)
            throw new ArgumentOutOfRangeException(nameof(kind));
        if (from > to)
            throw new Refusal("Clients.Refusal.EndsBeforeBegin");
        var normal = Checked(name);
        if (names.Any(n => n.Kind == kind && n.Name == normal && n.From == from && n.To == to))
            return;
        names.Add(new ClientName(Id, normal, kind, from, to));
        Log(ClientEventKind.NameAdded, by, at, ClientField.Name, null, normal);
    }

    private void Take(string name)
    {
        Name = Checked(name);
        SortKey = SortKeyOf(Kind, Name);
    }

    private static string Checked(string name)
    {
        var normal = Normal(name);
        if (normal.Length == 0)
            throw new Refusal("Clients.Refusal.NameMissing");
        if (normal.Length > MaxNameLength)
            throw new Refusal("Clients.Refusal.NameTooLong", MaxNameLength);
        return normal;
    }

    /// <summary>NFC, without control characters, blanks once.</summary>
    private static string Normal(string? name)
    {
        var clean = new StringBuilder();
        foreach (var c in (name ?? "").IsNormalized(NormalizationForm.FormC) ? name ?? "" : name!.Normalize(NormalizationForm.FormC))
            clean.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>A name of a client and when it was borne.</summary>
public sealed class ClientName
{
    private ClientName()
    {
    }

    internal ClientName(Guid clientId, string name, ClientNameKind kind, DateOnly? from, DateOnly? to) =>
        (ClientId, Name, Kind, From, To) = (clientId, name, kind, from, to);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The name, NFC.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Current, former, or used beside the current one.</summary>
    public ClientNameKind Kind { get; private set; }

    /// <summary>First day, local; null when not known.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day, local; null while it lasts or when not known.</summary>
    public DateOnly? To { get; private set; }

    internal void End(DateOnly? on) => (Kind, To) = (ClientNameKind.Former, on);

    internal void Correct(string name) => Name = name;

    internal void TurnInto(ClientNameKind kind) => Kind = kind;
}
