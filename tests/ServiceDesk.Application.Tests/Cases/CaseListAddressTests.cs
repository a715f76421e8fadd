using ServiceDesk.Application.Cases;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>A list in an address: what goes in comes out, and what is not understood narrows nothing.</summary>
public class CaseListAddressTests
{
    [Fact]
    public void A_list_comes_back_from_its_address_as_it_went_in()
    {
        var (unit, person, topic) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var written = CaseListAddress.Write(new ListCases
        {
            View = CaseView.Unit,
            UnitIds = [unit],
            AssigneeIds = [person],
            Unassigned = true,
            Kinds = [CaseKind.Complaint, CaseKind.Praise],
            States = [CaseState.New, CaseState.Closed],
            Channels = [Channel.Email],
            TopicIds = [topic],
            Due = DueFilter.Week,
            DueFrom = new DateOnly(2026, 6, 1),
            ReceivedTo = new DateOnly(2026, 6, 18),
            Formal = false,
            Text = "pilni konteineri & „Upes”",
            Sort = CaseSort.Received,
            Reversed = true,
            Columns = [CaseColumn.Number, CaseColumn.State],
        });
        Assert.Equal(written, CaseListAddress.Write(CaseListAddress.Read(written)));
        Assert.StartsWith($"view=unit&unit={unit}&assignee={person}&assignee=none&kind=Complaint&kind=Praise&state=New", written, StringComparison.Ordinal);
        Assert.EndsWith("&sort=-received&col=number&col=state", written, StringComparison.Ordinal);
        Assert.Equal("pilni konteineri & „Upes”", CaseListAddress.Read(written).Text);
    }

    [Theory]
    [InlineData("view=moon&kind=9&kind=Riot&state=-1&channel=&unit=x&topic=1&due=never&dueFrom=18.06.2026&formal=perhaps&sort=-&col=9&q=+&other=1")]
    [InlineData("kind=999999999999999999999&from=0001-01-01&to=9999-12-31&sort=--due")]
    [InlineData("")]
    [InlineData(null)]
    public void What_nobody_understands_narrows_nothing(string? query) =>
        Assert.Equal("view=mine", CaseListAddress.Write(CaseListAddress.Read(query, CaseView.Mine)));

    [Fact]
    public void Values_without_end_are_cut() =>
        Assert.Equal(50, CaseListAddress.Read(string.Join('&', Enumerable.Range(0, 500).Select(_ => $"unit={Guid.NewGuid()}"))).UnitIds.Count);

    [Fact]
    public void The_plain_view_is_the_shortest_address() => Assert.Equal("view=overdue", CaseListAddress.Write(new ListCases { View = CaseView.Overdue }));
}
