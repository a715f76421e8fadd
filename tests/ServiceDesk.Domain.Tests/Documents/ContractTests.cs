using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Documents;

public class ContractTests
{
    private static readonly Actor Anna = new(Guid.NewGuid(), "Anna");
    private static readonly DateTimeOffset At = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Register Register = new("contracts", "Līgumi", "7-1", "{index}/{yy}/{seq}");

    [Fact]
    public void A_contract_goes_from_draft_to_force_to_its_end_by_its_dates()
    {
        var (document, contract) = Begun();
        Assert.Equal(ContractState.Draft, StateOf());
        contract.InApproval(At);
        Assert.Equal(ContractState.InApproval, StateOf());
        contract.InApproval(null);
        Assert.Equal(ContractState.Draft, StateOf());
        document.Enter(Register, 2026, 1, Today, Anna, At);
        Assert.Equal(ContractState.ToSign, StateOf());
        document.Sign(SignatureKind.Electronic, Today, Today, Anna, At);
        Assert.Equal([ContractState.Upcoming, ContractState.InForce, ContractState.InForce, ContractState.Ended], new DateOnly[] { new(2026, 11, 30), new(2026, 12, 1), new(2027, 11, 30), new(2027, 12, 1) }.Select(On));
        document.Annul("Kļūda", Anna, At);
        Assert.Equal(ContractState.Void, StateOf());
        return;

        ContractState StateOf() => On(Today);
        ContractState On(DateOnly day) => contract.State(document.State, document.SignedOn, day);
    }

    [Fact]
    public void An_amendment_moves_the_end_while_it_is_in_force()
    {
        var (_, contract) = Begun();
        var amendment = Document.Begin(Guid.NewGuid(), DocumentKind.Amendment, Head(), new DocumentText("{}", ""), null, null, Anna, At);
        contract.Refer(amendment, Today, new DateOnly(2028, 6, 30));
        Assert.Equal(new DateOnly(2027, 11, 30), contract.EndsOn); // a draft moves nothing
        amendment.Enter(Register, 2026, 2, Today, Anna, At);
        contract.Refer(amendment, Today, new DateOnly(2028, 6, 30));
        Assert.Equal(new DateOnly(2028, 6, 30), contract.EndsOn);
        contract.Follow(Data); // a correction of the contract does not undo it
        Assert.Equal(new DateOnly(2028, 6, 30), contract.EndsOn);
        amendment.Annul("Kļūda", Anna, At);
        contract.Refer(amendment, Today, new DateOnly(2028, 6, 30));
        Assert.Equal(new DateOnly(2027, 11, 30), contract.EndsOn);
        Assert.Single(contract.Papers);
    }

    [Fact]
    public void Only_a_signed_contract_is_terminated_once_with_a_reason_on_a_day_of_its_term()
    {
        var (document, contract) = Begun();
        var day = new DateOnly(2027, 3, 31);
        Assert.Equal("Documents.Refusal.NotInForce", Key(() => contract.Terminate(document, day, "Vienošanās")));
        document.Enter(Register, 2026, 1, Today, Anna, At);
        document.Sign(SignatureKind.Electronic, Today, Today, Anna, At);
        Assert.Equal("Cases.Refusal.ReasonMissing", Key(() => contract.Terminate(document, day, " ")));
        Assert.Equal("Documents.Refusal.TerminationDayMissing", Key(() => contract.Terminate(document, null, "Vienošanās")));
        Assert.Equal("Documents.Refusal.TerminationDay", Key(() => contract.Terminate(document, new(2027, 12, 1), "Vienošanās")));
        contract.Terminate(document, day, "Vienošanās");
        Assert.Equal("Documents.Refusal.AlreadyTerminated", Key(() => contract.Terminate(document, day, "vēlreiz")));
        Assert.Equal((ContractState.InForce, ContractState.Terminated), (contract.State(document.State, document.SignedOn, day), contract.State(document.State, document.SignedOn, day.AddDays(1))));
        Assert.Equal("Documents.Refusal.AlreadyTerminated", Key(() => contract.Owe("samaksāt", Guid.NewGuid(), day)));
    }

    [Fact]
    public void An_obligation_has_words_owner_and_day_and_is_done_once()
    {
        var (_, contract) = Begun();
        Assert.Equal("Documents.Refusal.ObligationMissing", Key(() => contract.Owe(" ", Guid.NewGuid(), Today)));
        Assert.Equal("Documents.Refusal.OwnerMissing", Key(() => contract.Owe("samaksāt", null, Today)));
        Assert.Equal("Documents.Refusal.DueMissing", Key(() => contract.Owe("samaksāt", Guid.NewGuid(), null)));
        Assert.Equal("Cases.Refusal.TextTooLong", Key(() => contract.Owe(new string('a', 501), Guid.NewGuid(), Today)));
        var owed = contract.Owe(" samaksāt avansu ", Guid.NewGuid(), Today);
        contract.Done(owed.Id, Anna, Today.AddDays(1));
        contract.Done(owed.Id, new Actor(Guid.NewGuid(), "Cits"), Today.AddDays(2));
        Assert.Equal(("samaksāt avansu", Today.AddDays(1), "Anna"), (owed.Text, owed.DoneOn, owed.DoneBy));
        Assert.Equal("Cases.Refusal.NotAllowed", Key(() => contract.Done(Guid.NewGuid(), Anna, Today)));
    }

    private static ContractBody Data => new() { Party = new ContractParty { Name = "SIA „Tīrā vide”" }, Price = 100, VatRate = 21, StartsOn = new(2026, 12, 1), EndsOn = new(2027, 11, 30) };

    private static DocumentHead Head() => new() { Subject = "atkritumiem", UnitId = Guid.NewGuid() };

    private static (Document Document, Contract Contract) Begun()
    {
        var document = Document.Begin(Guid.NewGuid(), DocumentKind.Contract, Head(), new DocumentText("{}", ""), null, null, Anna, At);
        var contract = Contract.Of(document);
        contract.Follow(Data);
        Assert.Equal((121m, Anna.EmployeeId), (contract.Total, contract.OwnerId));
        return (document, contract);
    }

    private static string Key(Action step) => Assert.Throws<Refusal>(step).Key;
}
