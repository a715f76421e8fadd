using System.Globalization;
using System.Text;

namespace ServiceDesk.Benchmarks.Clients;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- companies FILE.csv [rows] [edition]</c>: writes a made-up register of companies in
/// the layout of the Enterprise Register's open data, always the same for the same numbers. A later edition differs in 2 % of the rows, lacks 0.2 % and has 0.2 % more.
/// </summary>
internal static class CompaniesFile
{
    private static readonly string[] First = ["Rīta", "Zaļā", "Vecā", "Baltijas", "Ziemeļu", "Jaunā", "Siguldas", "Gaujas", "Ķekavas", "Zelta", "Sarkanā", "Čiekuru", "Lielā", "Mazā", "Jūras", "Ūdens"];
    private static readonly string[] Second = ["rasa", "gaisma", "būve", "ceļi", "namdari", "siltums", "maiznīca", "grāmatas", "koks", "ferma", "dārzi", "loģistika", "serviss", "projekti", "enerģija", "pērle"];
    private static readonly (string Form, string Text)[] Forms = [("SIA", "Sabiedrība ar ierobežotu atbildību"), ("IK", "Individuālais komersants"), ("ZEM", "Zemnieku saimniecība"), ("BDR", "Biedrība"), ("AS", "Akciju sabiedrība")];

    public static async Task WriteAsync(string path, int rows, int edition)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await file.WriteLineAsync("regcode;sepa;name;name_before_quotes;name_in_quotes;name_after_quotes;without_quotes;regtype;regtype_text;type;type_text;registered;terminated;closed;address;index;addressid;region;city;atvk;reregistration_term");
        for (var i = 0; i < rows; i++)
        {
            // Of a later edition one row in five hundred is another company.
            var number = edition > 0 && i % 500 == edition % 500 ? rows + (edition * 10_000) + i : i;
            await file.WriteLineAsync(Row(number, edition > 0 && i % 50 == edition % 50));
        }
    }

    private static string Row(int i, bool isMoved)
    {
        var code = (40_000_000_000L + (i * 7919L)).ToString(CultureInfo.InvariantCulture);
        var (form, text) = Forms[i % 13 % Forms.Length];
        var name = $"{First[i % First.Length]} {Second[i / First.Length % Second.Length]} {i / 256}";
        var registered = new DateOnly(1991, 1, 1).AddDays(i % 12_800);
        var closed = i % 3 == 0;
        var street = $"{First[i / 7 % First.Length]} iela {i % 180 + 1}{(isMoved ? "A" : "")}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{code};LV95ZZZ{code};\"{form} \"\"{name}\"\"\";{form};{name};\"\";0;K;Komercreģistrs;{form};{text};{registered:yyyy-MM-dd};{(closed ? registered.AddDays(1500).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")};{(closed ? "L" : "")};\"Siguldas nov., Sigulda, {street}\";{2000 + i % 5000};{103_000_000 + i};100015821;0;0885162;");
    }
}
