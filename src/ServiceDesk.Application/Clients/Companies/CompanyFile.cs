using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>Understands the records of one file of the Enterprise Register: which file it is and where its columns stand is told by its heading.</summary>
internal sealed class CompanyFile
{
    private const int NumberLength = 11;
    private const char Between = '\u001f';

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "dd.MM.yyyy", "d.M.yyyy"];

    private readonly int columns;
    private readonly int code;
    private readonly int[] rest;
    private readonly IReadOnlyDictionary<string, CompanyClosing> closings;

    private CompanyFile(CompanyFileKind kind, IReadOnlyList<string> heading, CompanyOptions options, IReadOnlyList<string> wanted)
    {
        (Kind, columns, closings) = (kind, heading.Count, options.Closings);
        var places = wanted.Select(name => Place(heading, name)).ToArray();
        (code, rest) = (places[0], places[1..]);
    }

    /// <summary>Which file it is.</summary>
    public CompanyFileKind Kind { get; }

    /// <summary>The file whose columns the heading names; null when it is none of ours.</summary>
    public static CompanyFile? Of(IReadOnlyList<string> heading, CompanyOptions options)
    {
        var (r, i, l) = (options.Register, options.Insolvency, options.Liquidations);
        (CompanyFileKind Kind, string[] Columns)[] files =
        [
            (CompanyFileKind.Register, [r.Code, r.Name, r.Form, r.FormText, r.Registered, r.Terminated, r.Closed, r.Address, r.PostalCode]),
            (CompanyFileKind.Insolvency, [i.Code, i.Form, i.Started, i.Ended]),
            (CompanyFileKind.Liquidations, [l.Code, l.Text, l.Started]),
        ];
        foreach (var (kind, wanted) in files)
        {
            if (wanted.All(name => Place(heading, name) >= 0))
                return new CompanyFile(kind, heading, options, wanted);
        }

        return null;
    }

    /// <summary>The registration number a record bears, whatever it is worth.</summary>
    public string NumberOf(IReadOnlyList<string> fields) => fields.Count > code ? fields[code].Trim() : "";

    /// <summary>What keeps any record out; null when nothing does.</summary>
    public CompanyRemark? Fault(IReadOnlyList<string> fields, bool isCut)
    {
        if (isCut)
            return CompanyRemark.RecordTooLong;
        if (fields.Count != columns)
            return CompanyRemark.WrongColumns;
        var number = NumberOf(fields);
        return number.Length == NumberLength && number.All(char.IsAsciiDigit) ? null : CompanyRemark.NotANumber;
    }

    /// <summary>An entry of the register; the remark tells what keeps it out, or what was left out of it.</summary>
    public ArrivedCompany? ReadCompany(int record, IReadOnlyList<string> fields, out CompanyRemark? remark)
    {
        remark = null;
        var name = Tidy(fields[rest[0]]);
        if (name.Length == 0)
        {
            remark = CompanyRemark.NoName;
            return null;
        }

        var (cut, noDate) = (false, false);
        var company = new ArrivedCompany(
            record,
            NumberOf(fields),
            Fit(name, Company.MaxNameLength, ref cut),
            "",
            Fit(Tidy(fields[rest[1]]), 40, ref cut),
            Fit(Tidy(fields[rest[2]]), CompanyProceeding.MaxTextLength, ref cut),
            Fit(Tidy(fields[rest[6]]), Company.MaxAddressLength, ref cut),
            PostalCode(fields[rest[7]]),
            Date(fields[rest[3]], ref noDate),
            Date(fields[rest[4]], ref noDate),
            Closing(fields[rest[5]]),
            Guid.Empty);
        if (cut || noDate)
            remark = noDate ? CompanyRemark.DateLeftOut : CompanyRemark.CutShort;
        var compared = CompanyName.Compared(company.Name);
        return company with
        {
            ComparedName = compared.Length > Company.MaxNameLength ? compared[..Company.MaxNameLength] : compared,
            Fingerprint = Fingerprint(company.Name, company.Form, company.FormText, company.Address, company.PostalCode, company.RegisteredOn, company.TerminatedOn, company.Closing),
        };
    }

    /// <summary>A proceeding; the remark tells what keeps it out, or what was left out of it.</summary>
    public ArrivedProceeding? ReadProceeding(int record, IReadOnlyList<string> fields, out CompanyRemark? remark)
    {
        remark = null;
        var (cut, noDate) = (false, false);
        var number = NumberOf(fields);
        var text = Fit(Tidy(fields[rest[0]]), CompanyProceeding.MaxTextLength, ref cut);
        CompanyProceedingKind? kind = Kind == CompanyFileKind.Liquidations ? CompanyProceedingKind.Liquidation : text.ToUpperInvariant() switch
        {
            "INSOLVENCY" => CompanyProceedingKind.Insolvency,
            "LEGAL_PROTECTION" or "OUT_OF_COURT_LEGAL_PROTECTION" => CompanyProceedingKind.LegalProtection,
            _ => null,
        };
        if (kind is not { } known)
        {
            remark = CompanyRemark.UnknownKind;
            return null;
        }

        var started = Date(fields[rest[1]], ref noDate);
        DateOnly? ended = Kind == CompanyFileKind.Liquidations ? null : Date(fields[rest[2]], ref noDate);
        if (cut || noDate)
            remark = noDate ? CompanyRemark.DateLeftOut : CompanyRemark.CutShort;
        return new ArrivedProceeding(record, Fingerprint(Kind, number, known, text, started, ended), number, known, text, started, ended);
    }

    private static int Place(IReadOnlyList<string> heading, string name)
    {
        for (var i = 0; i < heading.Count; i++)
        {
            if (string.Equals(heading[i].Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private static string Tidy(string text)
    {
        var tidy = text.Trim();
        return tidy.Any(c => char.IsControl(c) || c == '\u00a0') || tidy.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', string.Concat(tidy.Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : tidy;
    }

    private static string Fit(string value, int longest, ref bool cut)
    {
        if (value.Length <= longest)
            return value;
        cut = true;
        return string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[longest - 2]) ? longest - 2 : longest - 1), "…");
    }

    private static DateOnly? Date(string text, ref bool left)
    {
        var written = text.Trim();
        if (written.Length == 0 || written.StartsWith("0000-00-00", StringComparison.Ordinal))
            return null;
        if (DateTime.TryParseExact(written, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return DateOnly.FromDateTime(date);
        left = true;
        return null;
    }

    private static string PostalCode(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 4 ? "LV-" + digits : "";
    }

    private CompanyClosing? Closing(string text) =>
        text.Trim() is { Length: > 0 } letter ? closings.TryGetValue(letter, out var closing) ? closing : CompanyClosing.Other : null;

    private static Guid Fingerprint(params ReadOnlySpan<object?> values)
    {
        var text = new StringBuilder(200);
        foreach (var value in values)
            text.Append(CultureInfo.InvariantCulture, $"{(value is DateOnly day ? day.DayNumber : value)}").Append(Between);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
