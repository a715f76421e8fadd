using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Clients;

public class LatvianOrderTests
{
    [Fact]
    public void Long_vowels_stand_with_short_ones_and_soft_letters_after_hard_ones()
    {
        string[] ordered = ["Abols", "Ābols", "Ādaži", "Adele", "Cēsis", "Cēsis un Priekuļi", "Cilne", "Čakste", "Ēdole", "Elija", "Gulbene", "Ģipka", "Ilze", "Ykers", "Jānis", "Kārsava", "Ķekava", "Lauma", "Ļaudona", "Nīca", "Ņiva", "Rīga", "Ŗinģis", "Sigulda", "Šķēde", "Zane", "Žanete", "Иванов", "Яковлев", "🙂"];
        Assert.Equal(ordered, ordered.Reverse().OrderBy(LatvianOrder.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Bērziņš", "BĒRZIŅŠ")]
    [InlineData("\"Liepas\"", "Liepas")]
    [InlineData("  Pils   iela ", "Pils iela")]
    [InlineData("Čakste", "C\u030Cakste")]
    public void Case_quotation_marks_blanks_and_the_way_a_letter_is_composed_order_nothing(string one, string other) =>
        Assert.Equal(LatvianOrder.Key(one), LatvianOrder.Key(other));

    [Fact]
    public void Digits_only_so_that_every_collation_agrees() => FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        LatvianOrder.Key(text.Get) is var key && key.Length <= LatvianOrder.MaxKeyLength && key.All(char.IsAsciiDigit)));

    [Fact]
    public void A_beginning_comes_before_what_it_begins() => Assert.True(string.CompareOrdinal(LatvianOrder.Key("Ozols"), LatvianOrder.Key("Ozoliņš")) > 0
        && string.CompareOrdinal(LatvianOrder.Key("Ozol"), LatvianOrder.Key("Ozolā")) < 0);
}
