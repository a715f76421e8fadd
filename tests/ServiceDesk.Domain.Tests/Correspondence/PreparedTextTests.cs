using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Correspondence;

public class PreparedTextTests
{
    private static readonly Actor Daina = new(Guid.NewGuid(), "Daina Vītola");
    private static readonly DateTimeOffset Now = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);

    private static Refusal Refused(Action act) => Assert.Throws<Refusal>(act);

    [Theory]
    [InlineData("Numurs {{case.number}}.", null, null)]
    [InlineData("Numurs {{ case.number }}.", null, null)]
    [InlineData("Teksts bez mainīgajiem, {viena} iekava.", null, null)]
    [InlineData("{{?ko un kad izdarījām}}", null, null)]
    [InlineData("Labdien, {{client.surname}}!", "Correspondence.Refusal.UnknownVariable", "{{client.surname}}")]
    [InlineData("Līdz {{due.date} atbildēsim.", "Correspondence.Refusal.BrokenVariable", "{{due.date}")]
    [InlineData("Līdz {due.date}} atbildēsim.", "Correspondence.Refusal.BrokenVariable", "}}")]
    [InlineData("{{}}", "Correspondence.Refusal.UnknownVariable", "{{}}")]
    [InlineData("{{?}}", "Correspondence.Refusal.UnknownVariable", "{{?}}")]
    public void A_broken_variable_is_refused_and_named(string text, string? key, string? named)
    {
        if (key is null)
        {
            Placeholders.Check(text);
            return;
        }

        var refusal = Refused(() => Placeholders.Check(text));
        Assert.Equal((key, named), (refusal.Key, refusal.Arguments[0]));
    }

    [Fact]
    public void Variables_take_their_values_and_those_without_one_stay_and_keep_the_letter_in_the_house()
    {
        var values = new Dictionary<string, string?> { ["case.number"] = "4.1-5/26/7", ["client.name"] = null };
        var filled = Placeholders.Fill("Nr. {{case.number}}, {{client.name}}, {{?kas}}", values);
        Assert.Equal("Nr. 4.1-5/26/7, {{client.name}}, {{?kas}}", filled);
        Assert.Equal("{{client.name}}", Refused(() => Placeholders.RefuseUnfilled("Labdien!", filled)).Arguments[0]);
        Placeholders.RefuseUnfilled("Labdien!", null, "Nr. 7");
    }

    [Theory]
    [InlineData("Darba laiks")]
    [InlineData("HOURS")]
    [InlineData("-a")]
    [InlineData("")]
    [InlineData("a-much-too-long-code-for-typing")]
    public void A_code_can_be_typed_on_every_keyboard(string code) =>
        Assert.Equal("Correspondence.Refusal.CodeUnusable", Refused(() => Module(code)).Key);

    [Fact]
    public void A_code_may_come_with_its_colons() => Assert.Equal("hours", ((TextModule)Module("::hours")).Code);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example")]
    [InlineData("https://user:pass@evil.example")]
    [InlineData("/a b")]
    [InlineData("")]
    public void A_link_leads_to_a_page_and_nowhere_else(string url) =>
        Assert.Equal("Correspondence.Refusal.UrlUnusable", Refused(() => PreparedText.Make(PreparedTextKind.Link, new() { Name = "Saite", Language = "lv", Url = url }, Daina, Now)).Key);

    [Fact]
    public void Every_step_leaves_an_edition_and_an_earlier_one_can_be_said_again()
    {
        var text = Module("hours");
        var first = text.Content();
        text.Change(first with { TextLv = "Strādājam no 9.00." }, 1, Daina, Now);
        Assert.Equal("Correspondence.Refusal.NothingChanged", Refused(() => text.Change(text.Content(), 2, Daina, Now)).Key);
        text.Retire(2, Daina, Now);
        Assert.Equal("Correspondence.Refusal.AlreadyRetired", Refused(() => text.Retire(3, Daina, Now)).Key);
        text.Reinstate(3, Daina, Now);
        Assert.Equal("Correspondence.Refusal.NotRetired", Refused(() => text.Reinstate(4, Daina, Now)).Key);
        text.Change(first, 4, Daina, Now, restored: 1);
        Assert.Equal(first, text.Content());
        Assert.Equal([EditionAct.Created, EditionAct.Changed, EditionAct.Retired, EditionAct.Reinstated, EditionAct.Restored], text.Editions.Select(e => e.Act));
        Assert.Equal([1, 2, 3, 4, 5], text.Editions.Select(e => e.Number));
        Assert.Equal(1, text.Editions[^1].Restored);
    }

    [Fact]
    public void A_letter_stands_in_its_order_and_leaves_out_what_is_missing()
    {
        var letter = new LetterParts { Salutation = "Labdien!", Reference = "Par Nr. 1", Body = "Izdarīts.", Signature = "Ar cieņu\nInga", Promise = " ", NextSteps = null };
        Assert.Equal("Labdien!\n\nPar Nr. 1\n\nIzdarīts.\n\nSkatiet šeit\n\nAr cieņu\nInga", letter.AsText("Skatiet šeit"));
    }

    private static PreparedText Module(string code) =>
        PreparedText.Make(PreparedTextKind.Module, new() { Name = "Darba laiks", Code = code, TextLv = "Strādājam: {{municipality.hours}}." }, Daina, Now);
}
