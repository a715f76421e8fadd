using System.Globalization;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Imports;

/// <summary>Understands the records of an older register: its columns by their headings, its words, its dates in local time.</summary>
/// <param name="columns">Headings in the order of the file.</param>
/// <param name="units">Units by every name an older register may have for them.</param>
/// <param name="local">The municipality's wall clock.</param>
/// <param name="now">Now, UTC.</param>
internal sealed class OldRegisterReader(IReadOnlyList<string> columns, IReadOnlyDictionary<string, Guid> units, LocalTime local, DateTimeOffset now)
{
    private const int LongestName = 200;
    private const int LongestPhone = 40;
    private const int LongestAddress = 300;
    private const int FirstYear = 1900;

    private static readonly string[] Required = ["Reģ. Nr.", "Saņemts", "Kanāls", "Veids", "Iesniedzējs", "E-pasts", "Tālrunis", "Adrese", "Temats", "Būtība", "Struktūrvienība", "Atbildēts", "Statuss"];
    private static readonly string[] DateFormats = ["d.M.yyyy H:mm", "d.M.yyyy H:mm:ss", "d.M.yyyy"];

    private static readonly Dictionary<string, CaseKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Sūdzība"] = CaseKind.Complaint,
        ["Ierosinājums"] = CaseKind.Suggestion,
        ["Pateicība"] = CaseKind.Praise,
        ["Uzslava"] = CaseKind.Praise,
        ["Jautājums"] = CaseKind.Question,
        ["Iesniegums"] = CaseKind.Submission,
    };

    private static readonly Dictionary<string, Channel> Channels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["E-pasts"] = Channel.Email,
        ["E-adrese"] = Channel.EAddress,
        ["Tālrunis"] = Channel.Phone,
        ["Klātiene"] = Channel.InPerson,
        ["Pasts"] = Channel.Paper,
        ["Portāls"] = Channel.WebForm,
    };

    private static readonly Dictionary<string, bool> ClosedStates = new(StringComparer.OrdinalIgnoreCase) { ["Slēgts"] = true, ["Atvērts"] = false };

    private readonly Dictionary<string, int> places = columns.Select((name, place) => (Name: Tidy(name), place)).ToDictionary(c => c.Name, c => c.place, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>Whether a heading names every column that is needed, each once.</summary>
    public static bool IsHeading(IReadOnlyList<string> heading)
    {
        var names = heading.Select(Tidy).ToList();
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count && Required.All(r => names.Contains(r, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>One space between words, none at the ends: how names are compared.</summary>
    public static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Understands a record; a number already accepted is a duplicate.</summary>
    public OldRecord Read(int record, IReadOnlyList<string> fields, bool isCut)
    {
        var number = fields.Count > places["Reģ. Nr."] ? Tidy(Printable(fields[places["Reģ. Nr."]])) : "";
        if (isCut)
            return OldRecord.KeptOut(record, number, ImportRemark.RecordTooLong);
        if (fields.Count != columns.Count)
            return OldRecord.KeptOut(record, number, ImportRemark.WrongColumns);
        if (number.Length is 0 or > Case.MaxOldNumberLength)
            return OldRecord.KeptOut(record, number, ImportRemark.NoNumber);
        if (seen.Contains(number))
            return OldRecord.KeptOut(record, number, ImportRemark.DuplicateNumber);

        string Field(string name) => Printable(fields[places[name]]).Trim();
        if (Date(Field("Saņemts")) is not { } received)
            return OldRecord.KeptOut(record, number, ImportRemark.ReceivedNotADate);
        if (received > now)
            return OldRecord.KeptOut(record, number, ImportRemark.ReceivedInFuture);
        if (!Kinds.TryGetValue(Tidy(Field("Veids")), out var kind))
            return OldRecord.KeptOut(record, number, ImportRemark.UnknownKind);
        var (subject, text) = (Tidy(Field("Temats")), Field("Būtība"));
        if (subject.Length == 0 && text.Length == 0)
            return OldRecord.KeptOut(record, number, ImportRemark.Empty);
        var answered = Date(Field("Atbildēts"));
        if (answered is null && Field("Atbildēts").Length > 0)
            return OldRecord.KeptOut(record, number, ImportRemark.AnsweredNotADate);
        if (answered < received)
            return OldRecord.KeptOut(record, number, ImportRemark.AnsweredBeforeReceived);
        if (answered > now)
            return OldRecord.KeptOut(record, number, ImportRemark.AnsweredInFuture);
        if (!ClosedStates.TryGetValue(Tidy(Field("Statuss")), out var closed))
            return OldRecord.KeptOut(record, number, ImportRemark.UnknownState);

        seen.Add(number);
        List<ImportRemark> remarks = [];
        var email = Field("E-pasts");
        if (email.Length > 0 && !Contact.LooksLikeEmail(email))
        {
            remarks.Add(ImportRemark.EmailLeftOut);
            email = "";
        }

        if (!Channels.TryGetValue(Tidy(Field("Kanāls")), out var channel))
        {
            remarks.Add(ImportRemark.ChannelUnknown);
            channel = Channel.Other;
        }

        if (!units.TryGetValue(Tidy(Field("Struktūrvienība")), out var unit))
            remarks.Add(ImportRemark.UnitUnknown);
        if (closed && answered is null)
            remarks.Add(ImportRemark.ClosingDayUnknown);

        var cut = false;
        string Fit(string value, int longest)
        {
            if (value.Length <= longest)
                return value;
            cut = true;
            return string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[longest - 2]) ? longest - 2 : longest - 1), "…");
        }

        var contact = new Contact
        {
            Name = Fit(Tidy(Field("Iesniedzējs")), LongestName),
            Email = email,
            Phone = Fit(Field("Tālrunis"), LongestPhone),
            Address = Fit(Tidy(Field("Adrese")), LongestAddress),
        }.Normalised();
        subject = subject.Length > 0 ? Fit(subject, Case.MaxSubjectLength) : CaseRegistrar.SubjectOf(text);
        if (cut)
            remarks.Add(ImportRemark.CutShort);
        return new OldRecord(record, number, remarks)
        {
            Kind = kind,
            Channel = channel,
            Contact = contact,
            Subject = subject,
            Text = text.Length > 0 ? text : subject,
            UnitId = unit == Guid.Empty ? null : unit,
            ReceivedAt = received,
            AnsweredAt = answered,
            IsClosed = closed,
        };
    }

    /// <summary>Without the signs no database takes and no screen shows.</summary>
    private static string Printable(string text) =>
        text.Any(IsStray) ? string.Concat(text.Where(c => !IsStray(c))) : text;

    private static bool IsStray(char c) => char.IsControl(c) && c is not '\n' and not '\r' and not '\t';

    private DateTimeOffset? Date(string text) =>
        DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year >= FirstYear
            ? local.ToUtc(wall)
            : null;
}
