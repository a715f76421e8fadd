using System.Globalization;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Clients.Exports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Imports;

/// <summary>Understands the rows of a file of clients: its heading tells where the columns stand, each row is checked as the form checks what is typed.</summary>
internal sealed class ClientRowReader(IReadOnlyList<string> heading, IReadOnlyDictionary<string, int> places, ClientEntryCheck check, IReadOnlyList<TargetGroup> groups)
{
    private const string Between = " / ";

    private static readonly string[] DateFormats = ["dd.MM.yyyy", "d.M.yyyy", "dd.MM.yyyy.", "d.M.yyyy.", "yyyy-MM-dd"];
    private static readonly string[] Languages = ["lv", "en", "ru"];
    private static readonly Dictionary<string, ClientKind> Kinds = Words<ClientKind>();
    private static readonly Dictionary<string, HeardFrom> Sources = Words<HeardFrom>();

    private static readonly string[] AddressParts =
    [
        ClientSheet.Street, ClientSheet.House, ClientSheet.HouseName, ClientSheet.Flat, ClientSheet.Village, ClientSheet.Parish, ClientSheet.Town, ClientSheet.Municipality,
        ClientSheet.PostalCode, ClientSheet.Country, ClientSheet.Address,
    ];

    /// <summary>Names in the heading that are none of ours.</summary>
    public IReadOnlyList<string> Unknown { get; } = [.. heading.Where(h => h.Trim().Length > 0 && ClientColumns.Find(h) is null).Select(OldRegisterReader.Tidy)];

    /// <summary>What the remark on a fault found by the check is called: the key of its sentence without the feature.</summary>
    public static ImportRemark RemarkOf(EntryFault fault)
    {
        var remark = Enum.Parse<ImportRemark>(string.Concat(fault.Key.Split('.').Skip(1).Where(part => part != nameof(Domain.Shared.Refusal))));
        return remark == ImportRemark.WordTooLong && fault.Arguments is [AddressElements.MaxLineLength] ? ImportRemark.AddressTooLong : remark;
    }

    /// <summary>What the file calls a column.</summary>
    public string Heading(string column) => places.TryGetValue(column, out var place) ? OldRegisterReader.Tidy(heading[place]) : column;

    /// <summary>Understands a row.</summary>
    public ClientRow Read(int record, IReadOnlyList<string> fields, bool isCut)
    {
        if (isCut)
            return new ClientRow(record, [new(ImportRemark.RecordTooLong, "")]);
        if (fields.Count != heading.Count)
            return new ClientRow(record, [new(ImportRemark.WrongColumns, "")]);

        string Cell(string column) => places.TryGetValue(column, out var place) ? Clean(fields[place]) : "";
        string? Text(string column) => Cell(column) is { Length: > 0 } text ? text : null;
        List<RowRemark> remarks = [];
        void Say(ImportRemark remark, string column) => remarks.Add(new RowRemark(remark, Heading(column)));

        if (!Kinds.TryGetValue(OldRegisterReader.Tidy(Cell(ClientSheet.Kind)), out var kind))
        {
            Say(ImportRemark.UnknownKind, ClientSheet.Kind);
            return new ClientRow(record, remarks);
        }

        var born = Date(Cell(ClientSheet.Born));
        if (born is null && Text(ClientSheet.Born) is not null)
            Say(ImportRemark.BirthNotADate, ClientSheet.Born);
        var language = Cell(ClientSheet.Language).ToLowerInvariant();
        if (language.Length > 0 && !Languages.Contains(language))
            Say(ImportRemark.LanguageUnknown, ClientSheet.Language);
        HeardFrom? heard = Sources.TryGetValue(OldRegisterReader.Tidy(Cell(ClientSheet.Heard)), out var source) ? source : null;
        if (heard is null && Text(ClientSheet.Heard) is not null)
            Say(ImportRemark.HeardFromUnknown, ClientSheet.Heard);
        List<TargetGroup> joined = [];
        foreach (var name in Parts(Cell(ClientSheet.Groups)))
        {
            if (groups.FirstOrDefault(g => Languages.Any(l => g.NameIn(l).Equals(name, StringComparison.OrdinalIgnoreCase))) is { } group)
                joined.Add(group);
            else
                Say(ImportRemark.GroupUnknown, ClientSheet.Groups);
        }

        if (Cell(ClientSheet.Addressee).Length > Client.MaxNameLength)
            Say(ImportRemark.NameTooLong, ClientSheet.Addressee);
        var entry = new ClientEntry
        {
            Kind = kind,
            Name = Text(ClientSheet.Name),
            BirthDate = born,
            PersonalCode = Text(ClientColumns.Code),
            RegistrationNumber = Text(ClientSheet.Number),
            VatNumber = Text(ClientSheet.Vat),
            LegalForm = Text(ClientSheet.Form),
            Language = language,
            HeardFrom = heard,
            Reaches = [.. ClientColumns.Reaches.SelectMany(r => Parts(Cell(r.Value)).Select(text => new ReachEntry(r.Key, text)))],
            Address = new AddressElements
            {
                Street = Text(ClientSheet.Street),
                House = Text(ClientSheet.House),
                HouseName = Text(ClientSheet.HouseName),
                Flat = Text(ClientSheet.Flat),
                Village = Text(ClientSheet.Village),
                Parish = Text(ClientSheet.Parish),
                Town = Text(ClientSheet.Town),
                Municipality = Text(ClientSheet.Municipality),
                PostalCode = Text(ClientSheet.PostalCode),
                Country = Text(ClientSheet.Country),
                Free = Text(ClientSheet.Address),
            },
            Addressee = Text(ClientSheet.Addressee),
        };
        var checkedEntry = check.Check(entry);
        foreach (var fault in checkedEntry.Faults)
            Say(RemarkOf(fault), ColumnOf(fault, Cell));
        return new ClientRow(record, remarks)
        {
            Entry = entry,
            Checked = checkedEntry,
            Card = Guid.TryParse(Cell(ClientSheet.Card), out var card) && card != Guid.Empty ? card : null,
            Groups = joined,
            Length = fields.Sum(f => f.Length),
        };
    }

    private static string ColumnOf(EntryFault fault, Func<string, string> cell) => fault.Field switch
    {
        nameof(ClientEntry.Name) => ClientSheet.Name,
        nameof(ClientEntry.LegalForm) => ClientSheet.Form,
        nameof(ClientEntry.PersonalCode) => ClientColumns.Code,
        nameof(ClientEntry.RegistrationNumber) => ClientSheet.Number,
        nameof(ClientEntry.VatNumber) => ClientSheet.Vat,
        nameof(ClientEntry.BirthDate) => ClientSheet.Born,
        nameof(AddressElements.PostalCode) => ClientSheet.PostalCode,
        nameof(ClientEntry.Address) => AddressParts.Where(p => p != ClientSheet.Address).Where(p => cell(p).Length > AddressElements.MaxPartLength).FirstOrDefault(ClientSheet.Address),
        _ => ClientColumns.Reaches[Enum.Parse<ClientReachKind>(fault.Field)],
    };

    /// <summary>Without the signs no database takes, and without the apostrophe an export puts before what a spreadsheet would calculate.</summary>
    private static string Clean(string text)
    {
        var clean = (text.Any(IsStray) ? string.Concat(text.Where(c => !IsStray(c))) : text).Trim();
        return clean.Length > 1 && clean[0] == '\'' && FormulaGuard.IsSuspicious(clean[1..]) ? clean[1..] : clean;
    }

    private static bool IsStray(char c) => char.IsControl(c) && c is not '\n' and not '\r' and not '\t';

    private static string[] Parts(string cell) => cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Values by their names in each language, and by the name in the program.</summary>
    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in Enum.GetValues<T>())
        {
            foreach (var word in Languages.Select(l => Texts.In(l).Of(value)).Append(value.ToString()))
                words.TryAdd(OldRegisterReader.Tidy(word), value);
        }

        return words;
    }
}
