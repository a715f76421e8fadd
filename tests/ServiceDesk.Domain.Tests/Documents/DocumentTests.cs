using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Documents;

public class DocumentTests
{
    private static readonly Actor Anna = new(Guid.NewGuid(), "Anna");
    private static readonly DateTimeOffset At = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Register Letters = new("letters", "Vēstules", "4.1-6", "{index}/{yy}/{seq}");

    [Fact]
    public void A_registered_document_is_never_written_on_only_corrected_with_a_reason()
    {
        var document = Entered();
        Assert.Equal(("4.1-6/26/7", Today, DocumentState.Registered), (document.Number, document.DatedOn, document.State));
        Assert.Equal("Documents.Refusal.NoDraft", Key(() => document.Write(Head(), Text("cits"), Anna, At)));
        Assert.Equal("Documents.Refusal.NoDraft", Key(() => document.Enter(Letters, 2026, 8, Today, Anna, At)));
        Assert.Equal("Cases.Refusal.ReasonMissing", Key(() => document.Correct(Head(), Text("cits"), " ", Anna, At)));
        document.Correct(Head("labots"), Text("cits"), "Pārrakstīšanās kļūda", Anna, At.AddHours(1));
        Assert.Equal("4.1-6/26/7", document.Number);
        Assert.Equal([("{}", (string?)null), ("cits", "Pārrakstīšanās kļūda")], document.Editions.Select(e => (e.Content, e.Reason)));
    }

    [Fact]
    public void An_annulled_document_keeps_its_number_and_takes_no_further_step()
    {
        var document = Entered();
        Assert.Equal("Cases.Refusal.ReasonMissing", Key(() => document.Annul("", Anna, At)));
        document.Annul("Nosūtīts kļūdaini", Anna, At);
        Assert.Equal((DocumentState.Annulled, "4.1-6/26/7"), (document.State, document.Number));
        foreach (Action step in new Action[] { () => document.Annul("vēlreiz", Anna, At), () => document.Sign(SignatureKind.Wet, Today, Today, Anna, At), () => document.Correct(Head(), Text("x"), "y", Anna, At) })
            Assert.Equal("Documents.Refusal.NotRegistered", Key(step));
    }

    [Fact]
    public void A_draft_cannot_be_annulled_or_signed_and_a_signature_does_not_lie_in_the_future()
    {
        var draft = Draft();
        Assert.Equal("Documents.Refusal.NotRegistered", Key(() => draft.Annul("nevajag", Anna, At)));
        Assert.Equal("Documents.Refusal.NotRegistered", Key(() => draft.Sign(SignatureKind.Electronic, Today, Today, Anna, At)));
        var document = Entered();
        Assert.Equal("Documents.Refusal.SignedInFuture", Key(() => document.Sign(SignatureKind.Electronic, Today.AddDays(1), Today, Anna, At)));
        Assert.Equal("Documents.Refusal.SignatureMissing", Key(() => document.Sign(SignatureKind.None, Today, Today, Anna, At)));
        document.Sign(SignatureKind.Electronic, Today, Today, Anna, At);
        Assert.Equal((SignatureKind.Electronic, Today), (document.SignedBy, document.SignedOn));
    }

    [Fact]
    public void One_document_gives_way_to_another_once()
    {
        var (earlier, later) = (Entered(), Draft());
        later.Replace(earlier);
        later.Enter(Letters, 2026, 8, Today, Anna, At);
        earlier.GiveWayTo(later, Anna, At);
        Assert.Equal((DocumentState.Superseded, later.Id, earlier.Id), (earlier.State, earlier.SupersededById, later.ReplacesId));
        Assert.Equal("Documents.Refusal.NotRegistered", Key(() => Draft().Replace(earlier)));
    }

    [Theory]
    [InlineData("", false, "Documents.Refusal.SubjectMissing")]
    [InlineData("  ", false, "Documents.Refusal.SubjectMissing")]
    [InlineData("Par to", true, "Documents.Refusal.BasisMissing")]
    public void A_head_needs_a_subject_and_a_restriction_its_ground(string subject, bool restricted, string key) =>
        Assert.Equal(key, Key(() => Document.Begin(
            Guid.NewGuid(), DocumentKind.Letter, Head(subject) with { Access = restricted ? DocumentAccessMark.Restricted : DocumentAccessMark.Open }, Text("{}"), null, null, Anna, At)));

    private static Document Entered()
    {
        var document = Draft();
        document.Enter(Letters, 2026, 7, Today, Anna, At);
        return document;
    }

    private static Document Draft() => Document.Begin(Guid.NewGuid(), DocumentKind.Letter, Head(), Text("{}"), null, null, Anna, At);

    private static DocumentHead Head(string subject = "atkritumiem") => new() { Subject = subject, UnitId = Guid.NewGuid() };

    private static DocumentText Text(string json) => new(json, "");

    private static string Key(Action step) => Assert.Throws<Refusal>(step).Key;
}
