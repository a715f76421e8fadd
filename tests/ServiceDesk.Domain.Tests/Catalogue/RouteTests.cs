using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Catalogue;

/// <summary>Which cases a route takes, and what topics allow.</summary>
public class RouteTests
{
    private static readonly Guid Roads = Guid.NewGuid(), Potholes = Guid.NewGuid(), Permit = Guid.NewGuid(), Unit = Guid.NewGuid();

    private static Route Given(Guid? topic = null, Guid? service = null, CaseKind? kind = null, Channel? channel = null, string? places = null) =>
        new("Maršruts", new(topic, service, kind, channel, places), Unit, null, 1);

    private static RoutedCase Item(Guid topic, Guid? parent = null, string? place = null, Guid? service = null) =>
        new(topic, parent, service, CaseKind.Complaint, Channel.Phone, place);

    [Fact]
    public void A_topic_of_the_first_level_means_its_subtopics_too()
    {
        Assert.True(Given(Roads).Fits(Item(Roads)));
        Assert.True(Given(Roads).Fits(Item(Potholes, Roads)));
        Assert.False(Given(Potholes).Fits(Item(Roads)));
    }

    [Theory]
    [InlineData("Lejasciems", "Lejasciema centrs, LEJASCIEMS", true)]
    [InlineData("cesis, upes iela", "Upes ielā 4, upes iela", true)]
    [InlineData("cesis", "Cēsis, Raunas iela", true)]
    [InlineData("cesis", "Rīga", false)]
    [InlineData("cesis", null, false)]
    public void A_place_fits_whatever_marks_and_capitals_it_carries(string places, string? place, bool fits) =>
        Assert.Equal(fits, Given(places: places).Fits(Item(Roads, place: place)));

    [Fact]
    public void All_conditions_must_hold()
    {
        Assert.True(Given(Roads, Permit, CaseKind.Complaint, Channel.Phone).Fits(Item(Roads, service: Permit)));
        Assert.False(Given(Roads, Permit).Fits(Item(Roads)));
        Assert.False(Given(Roads, kind: CaseKind.Praise).Fits(Item(Roads)));
        Assert.False(Given(Roads, channel: Channel.Paper).Fits(Item(Roads)));
    }

    [Fact]
    public void A_route_needs_a_name_and_a_condition()
    {
        Assert.Equal("Catalogue.Refusal.RouteNeedsCondition", Assert.Throws<Refusal>(() => Given(places: " , ")).Key);
        Assert.Equal("Catalogue.Refusal.RouteNeedsName", Assert.Throws<Refusal>(() => new Route(" ", new(Roads, null, null, null, null), Unit, null, 1)).Key);
        Assert.Equal("Catalogue.Refusal.PlacesTooLong", Assert.Throws<Refusal>(() => Given(places: new string('x', 301))).Key);
    }

    [Fact]
    public void Topics_stand_on_two_levels_and_the_one_for_all_else_stands_alone()
    {
        var top = new Topic("Ceļi", "Roads", "", Unit, 1);
        var below = new Topic("Bedres", "", "", Unit, 1, top);
        var rest = new Topic("Cits", "", "", Unit, 9).AsFallback();
        Assert.Equal(("Bedres", "Roads"), (below.NameIn("en"), top.NameIn("en")));
        Assert.Equal("Catalogue.Refusal.TwoLevelsOnly", Assert.Throws<Refusal>(() => new Topic("Dziļāk", "", "", Unit, 1, below)).Key);
        Assert.Equal("Catalogue.Refusal.TwoLevelsOnly", Assert.Throws<Refusal>(() => top.PlaceUnder(new Topic("Cita", "", "", Unit, 2), hasChildren: true)).Key);
        Assert.Equal("Catalogue.Refusal.FallbackStandsAlone", Assert.Throws<Refusal>(() => top.PlaceUnder(rest, hasChildren: false)).Key);
        Assert.Equal("Catalogue.Refusal.FallbackIsNeeded", Assert.Throws<Refusal>(rest.Retire).Key);
    }

    [Theory]
    [InlineData("", "https://a.example", "Catalogue.Refusal.ServiceNeedsName")]
    [InlineData("Atļauja", "http://a.example", "Catalogue.Refusal.LinkUnusable")]
    [InlineData("Atļauja", "javascript:alert(1)", "Catalogue.Refusal.LinkUnusable")]
    public void A_service_needs_a_name_and_a_safe_link(string name, string link, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<Refusal>(() => new Service(name, "", "", Roads, null, link)).Key);
}
