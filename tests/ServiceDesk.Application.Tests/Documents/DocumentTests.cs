using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Documents;

/// <summary>Drafts: who may write and see them, what they lack, how they are found. Registration prints, and is tested where a browser is.</summary>
public class DocumentTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_form_sent_twice_makes_one_draft_and_a_page_that_is_too_old_is_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var token = Guid.CreateVersion7();
        Assert.Equal(token, await WriteAsync(house, token, me.UnitId, "Pirmais"));
        Assert.Equal(token, await WriteAsync(house, token, me.UnitId, "Pirmais", seen: null));
        var shown = (await ShowAsync(house, token))!;
        Assert.Equal("Documents.Refusal.ChangedMeanwhile", (await Assert.ThrowsAsync<Refusal>(() => WriteAsync(house, token, me.UnitId, "Vecs", seen: shown.Document.Version - 1))).Key);
        Assert.Equal(("Pirmais", DocumentState.Draft), (shown.Document.Subject, shown.Document.State));
        Assert.Equal(1, await house.RunAsync((IServiceDeskDb db) => db.Set<Document>().CountAsync(d => d.Id == token)));
    }

    [Theory, EachDatabase]
    public async Task A_draft_says_what_it_lacks_and_a_whole_one_lacks_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var bare = await house.RunAsync((WriteDocumentHandler h) => h.HandleAsync(
            new(Guid.CreateVersion7(), DocumentKind.Certificate, new DocumentHead { Subject = "deklarēto dzīvesvietu", UnitId = me.UnitId }, new CertificateBody { Fee = 5 }, null), None));
        Assert.Equal(
            ["Documents.Missing.Signatory", "Documents.Missing.Applicant", "Documents.Missing.Facts", "Documents.Missing.Source", "Documents.Missing.AsOf", "Documents.Missing.Purpose", "Documents.Missing.Payment"],
            (await ShowAsync(house, bare))!.Missing.Select(m => m.Key));
        var whole = await WriteAsync(house, Guid.CreateVersion7(), me.UnitId, "atkritumu izvešanu");
        Assert.Empty((await ShowAsync(house, whole))!.Missing);
    }

    [Theory, EachDatabase]
    public async Task A_document_without_a_case_is_seen_in_its_unit_above_it_and_by_who_signs(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var author = await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee])));
        var elsewhere = DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee]) && p.Unit != DemoPeople.All.First(a => a.Roles.SequenceEqual([Role.Employee])).Unit);
        var other = await house.ActAsAsync(elsewhere);
        await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee])));
        var open = await WriteAsync(house, Guid.CreateVersion7(), author.UnitId, "nodaļas inventāru");
        var signed = await WriteAsync(house, Guid.CreateVersion7(), author.UnitId, "kopīgu darbu", signatory: other.Id);
        Assert.NotNull(await ShowAsync(house, open));
        await house.ActAsAsync(elsewhere);
        Assert.Null(await ShowAsync(house, open));
        Assert.False((await ShowAsync(house, signed))!.MayWrite);
        Assert.DoesNotContain((await ListAsync(house, "inventāru")).Rows, r => r.Id == open);
        Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => WriteAsync(house, Guid.CreateVersion7(), author.UnitId, "svešā vārdā"))).Key);
        Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => WriteAsync(house, signed, other.UnitId, "svešs", seen: 1))).Key);
        await house.ActAsAsync(Role.HeadOfClientService);
        Assert.True((await ShowAsync(house, open))!.MayWrite);
        foreach (var role in new[] { Role.RecordsKeeper, Role.Administrator, Role.Auditor, Role.DataProtectionOfficer })
        {
            await house.ActAsAsync(role);
            Assert.Null(await ShowAsync(house, open)); // a draft is nobody's but those who write it
        }
    }

    [Theory, EachDatabase]
    public async Task Documents_are_found_by_the_beginnings_of_words_with_or_without_marks(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await WriteAsync(house, Guid.CreateVersion7(), me.UnitId, "Ķekavas žoga nojaukšanu");
        foreach (var words in new[] { "kekav", "žog nojauk", "ZOGA", "Ilzei" })
            Assert.Contains((await ListAsync(house, words)).Rows, r => r.Id == id);
        foreach (var words in new[] { "ekavas", "žoga tilts" })
            Assert.DoesNotContain((await ListAsync(house, words)).Rows, r => r.Id == id);
    }

    private static Task<Guid> WriteAsync(House house, Guid id, Guid unitId, string subject, int? seen = null, Guid? signatory = null) =>
        house.RunAsync((WriteDocumentHandler h) => h.HandleAsync(
            new(id, DocumentKind.Letter, new DocumentHead { Subject = subject, UnitId = unitId, SignatoryId = signatory, SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" },
                new LetterBody { AddresseeName = "Ilzei Kalniņai", Body = "Atbildam uz Jūsu iesniegumu." }, seen), None));

    private static Task<DocumentView?> ShowAsync(House house, Guid id) => house.RunAsync((ShowDocumentHandler h) => h.HandleAsync(id, None));

    private static Task<DocumentPage> ListAsync(House house, string words) => house.RunAsync((ListDocumentsHandler h) => h.HandleAsync(new() { Words = words }, None));
}
