using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Kinds;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Tests.Documents;

/// <summary>What minutes, acts and orders must say before they are registered.</summary>
public class MeetingKindTests
{
    private static readonly MinutesItem Item = new() { Title = "Par laukuma remontu", Gist = "Laukums nolietojies.", For = 5, Against = 0, Abstained = 1, Decision = "Remontēt.", Responsible = "Jānis Bērziņš", DueOn = new(2026, 12, 1) };

    private static readonly MinutesBody Whole = new()
    {
        Body = "Labiekārtošanas komisija",
        MeetingNumber = "8",
        Place = "Parka iela 3",
        HeldOn = new(2026, 11, 18),
        OpenedAt = new(14, 0),
        ClosedAt = new(15, 20),
        MinuteTaker = "Ilze Kalniņa",
        Present = "Jānis Bērziņš",
        Absent = [new("Oskars Ozols", "atvaļinājumā")],
        Items = [Item],
    };

    [Fact]
    public void Whole_minutes_lack_nothing() => Assert.Empty(Missing(new MinutesKind(), Whole));

    [Fact]
    public void Bare_minutes_lack_who_met_when_and_where_and_the_agenda() => Assert.Equal(
        ["Documents.Missing.MeetingBody", "Documents.Missing.MeetingNumber", "Documents.Missing.MeetingPlace", "Documents.Missing.MeetingTime", "Documents.Missing.MinuteTaker", "Documents.Missing.Present", "Documents.Missing.AgendaItem"],
        Missing(new MinutesKind(), new MinutesBody()));

    [Fact]
    public void Absence_wants_a_reason() => Assert.Equal(["Documents.Missing.AbsenceReason"], Missing(new MinutesKind(), Whole with { Absent = [new("Oskars Ozols")] }));

    [Fact]
    public void An_item_wants_a_title_what_was_said_or_decided_a_whole_vote_and_somebody_to_carry_it_out()
    {
        Assert.Equal(["Documents.Missing.ItemTitle"], With(Item with { Title = " " }));
        Assert.Equal(["Documents.Missing.ItemGist"], With(new MinutesItem { Title = "Par dažādiem jautājumiem" }));
        Assert.Equal(["Documents.Missing.Votes"], With(Item with { Abstained = null }));
        Assert.Equal(["Documents.Missing.VotedDecision"], With(Item with { Decision = null }));
        Assert.Equal(["Documents.Missing.Responsible"], With(Item with { Responsible = "" }));
        Assert.Empty(With(new MinutesItem { Title = "Par dažādiem jautājumiem", Gist = "Informāciju pieņem zināšanai." }));
    }

    [Theory]
    [InlineData(ActType.Inspection, false, false)]
    [InlineData(ActType.Discrepancy, true, false)]
    [InlineData(ActType.ServiceAcceptance, true, false)]
    [InlineData(ActType.HandOver, true, true)]
    [InlineData(ActType.WriteOff, true, true)]
    [InlineData(ActType.Destruction, true, true)]
    public void An_act_wants_others_and_a_list_by_its_type(ActType type, bool others, bool list)
    {
        var act = new ActBody { Type = type, Basis = "rīkojums Nr. 4", FirstRole = "Komisijas priekšsēdētājs", Place = "Parka iela 3", FromOn = new(2026, 11, 18), Findings = "Redzēts.", Conclusion = "Derīgs.", Holders = "nodaļa" };
        Assert.Equal([.. others ? ["Documents.Missing.Members"] : Array.Empty<string>(), .. list ? ["Documents.Missing.ActList"] : Array.Empty<string>()], Missing(new ActKind(), act));
        var whole = act with { Members = [new("Dace Liepa", "speciāliste")], List = [new("Krēsls", "4 gab.")] };
        Assert.Empty(Missing(new ActKind(), whole));
        Assert.Equal(["Documents.Missing.MemberPost", "Documents.Missing.RefusalReason"], Missing(new ActKind(), whole with { Members = [new("Dace Liepa")], Refusals = [new("Dace Liepa")] }));
    }

    [Fact]
    public void A_bare_act_lacks_all_that_makes_it_one() => Assert.Equal(
        ["Documents.Missing.ActBasis", "Documents.Missing.FirstRole", "Documents.Missing.Members", "Documents.Missing.ActPlace", "Documents.Missing.ActDay", "Documents.Missing.ActFindings", "Documents.Missing.Conclusion", "Documents.Missing.ActList", "Documents.Missing.Holders"],
        Missing(new ActKind(), new ActBody()));

    [Fact]
    public void An_order_wants_ground_text_lead_and_term_and_under_control_who_watches()
    {
        Assert.Equal(
            ["Documents.Missing.OrderBasis", "Documents.Missing.OrderText", "Documents.Missing.Lead", "Documents.Missing.OrderDue", "Documents.Missing.Controller"],
            Missing(new OrderKind(), new OrderBody { IsControlled = true }));
        Assert.Empty(Missing(new OrderKind(), new OrderBody { Basis = "Nolikums", Body = "Darīt.", Lead = "Oskars Krūms", DueOn = new(2026, 12, 1) }));
    }

    private static string[] With(MinutesItem item) => Missing(new MinutesKind(), Whole with { Items = [item] });

    private static string[] Missing(IDocumentKind kind, DocumentBody content)
    {
        var document = Document.Begin(
            Guid.CreateVersion7(), kind.Kind, new DocumentHead { Subject = "darbu", UnitId = Guid.CreateVersion7(), SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" }, DocumentKinds.Write(content), null, null,
            new Actor(null, "Sistēma"), new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        return [.. kind.Missing(document, content).Select(m => m.Key)];
    }
}
