using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

/// <summary>Writes a mark into every personal column of the database and looks where the marks are after an export and after erasure.</summary>
public class PersonStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Every_personal_column_is_handed_out_and_erased(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await using var scope = house.Scope();
        var rows = new PersonRows(scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>());
        await rows.InsertAsync();
        Assert.True(rows.Marks.Count > 40, $"{rows.Marks.Count} marks");
        var person = new PersonScope([rows.Card], [rows.Case]);

        var exported = await house.RunAsync((IPersonStore store) => AllAsync(store, person));
        var missing = rows.Marks.Where(m => m.Column.IsExported && !exported.Contains((m.Entity, m.Mark))).Select(m => $"{m.Entity}.{m.Column.Name} is not exported");
        Assert.True(!missing.Any(), string.Join('\n', missing));

        await house.RunAsync((IServiceProvider services) => services.GetRequiredService<IServiceDeskDb>().InTransactionAsync(
            token => services.GetRequiredService<IPersonStore>().EraseAsync(person, "[dzēsts]", token), None));

        var left = await rows.EverythingAsync();
        var stayed = rows.Marks.Where(m => m.Column.Erasing != Erasing.Keep)
            .SelectMany(m => left.Where(t => t.Value.Contains(m.Mark, StringComparison.Ordinal)).Select(t => $"{m.Entity}.{m.Column.Name} is still in {t.Key}"));
        Assert.True(!stayed.Any(), string.Join('\n', stayed));
        Assert.Empty(rows.Marks.Where(m => m.Column.Erasing == Erasing.Keep && !left.Values.Any(t => t.Contains(m.Mark, StringComparison.Ordinal))).Select(m => $"{m.Entity}.{m.Column.Name} was to be kept"));
    }

    private static async Task<HashSet<(string Entity, string Value)>> AllAsync(IPersonStore store, PersonScope person)
    {
        HashSet<(string, string)> all = [];
        await foreach (var table in store.ReadAsync(person, None))
        {
            foreach (var value in table.Rows.SelectMany(r => r.Values))
                all.Add((table.Entity, value is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : value?.ToString()?.Trim() ?? ""));
        }

        return all;
    }
}
