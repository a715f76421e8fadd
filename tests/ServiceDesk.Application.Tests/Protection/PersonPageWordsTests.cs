using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Tests.Protection;

/// <summary>A person who gets everything known of them reads words, not names of columns.</summary>
public class PersonPageWordsTests
{
    [Fact]
    public void Everything_handed_out_has_a_word_in_latvian()
    {
        var t = Texts.In("lv");
        List<string> missing = [];
        foreach (var entity in PersonalDataMap.Current.Entities.Where(e => e.IsOwned && e.Columns.Any(c => c.IsExported)))
        {
            if (t.Find($"Protection.Table.{entity.Name}") is null)
                missing.Add($"Protection.Table.{entity.Name}");
            missing.AddRange(entity.Columns.Where(c => c.IsExported).Select(c => $"Protection.Column.{c.Name.Split('.')[^1]}").Where(k => t.Find(k) is null));
        }

        Assert.Empty(missing);
    }
}
