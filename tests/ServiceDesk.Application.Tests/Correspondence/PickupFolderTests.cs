using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Correspondence;

/// <summary>What a mail program finds in the files of the pick-up folder.</summary>
public class PickupFolderTests(Databases databases) : IClassFixture<Databases>
{
    private const string Latvian = "Labdien!\n\nŠķūņa jumts – čakli salabots; ģērbtuvē ņirb žņaugs.\n. Rinda, kas sākas ar punktu.\n.\nИ ещё строка.";
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Letters_keep_every_letter_their_files_and_their_thread()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        house.Time.SetLocal(2026, 9, 1, 10);
        house.ActAsNobody();
        var submitted = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(new SubmitCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Text = "Šķūnim tek jumts.",
            Contact = new Contact { Name = "Žanete Ķirse", Email = "zanete.kirse@pasts.example" },
            Language = "lv",
        }, None));
        await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None));

        var bytes = Encoding.UTF8.GetBytes("%PDF-1.7 līgums \0\u0001");
        var stored = await house.RunAsync((IFileStore files) => files.SaveAsync(new MemoryStream(bytes), None));
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(new SendReply(
            submitted.CaseId, Latvian, Delivery.Email, CaseOutcome.Granted, [new AttachedFile("Līguma šķirklis Nr. 5.pdf", "application/pdf", stored.Size, stored.Hash)], null), None));
        house.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(new OutboxRun(1, 0), await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None)));

        var rows = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AsNoTracking().Where(o => o.CaseId == submitted.CaseId).OrderBy(o => o.CreatedAt).ToListAsync());
        var files = Directory.GetFiles(Path.Combine(house.DataFolder, "mail"), "*.eml");
        Assert.Equal(2, files.Length);
        var (first, reply) = (Read(house, rows[0]), Read(house, rows[1]));

        Assert.Equal("zanete.kirse@pasts.example", reply.Headers["To"]);
        Assert.Contains("Lejasupes novada pašvaldība", reply.Headers["From"], StringComparison.Ordinal);
        Assert.Equal(rows[1].Subject, reply.Headers["Subject"]);
        Assert.Contains(submitted.Number, reply.Headers["Subject"], StringComparison.Ordinal);
        Assert.Equal(OutgoingMessage.HeaderId(rows[0].Id, "lejasupe.example"), first.Headers["Message-ID"]);
        Assert.Equal(OutgoingMessage.HeaderId(rows[1].Id, "lejasupe.example"), reply.Headers["Message-ID"]);
        Assert.Equal(first.Headers["Message-ID"], reply.Headers["In-Reply-To"]);
        Assert.Equal(first.Headers["Message-ID"], reply.Headers["References"]);

        // Machines must not answer machines; a letter a person wrote may be answered by one.
        Assert.Equal("auto-generated", first.Headers["Auto-Submitted"]);
        Assert.False(reply.Headers.ContainsKey("Auto-Submitted"));

        Assert.Equal(rows[1].Body.TrimEnd(), reply.Parts[0].Text.TrimEnd());
        Assert.Contains(Latvian, reply.Parts[0].Text, StringComparison.Ordinal);
        Assert.Contains(AccessKey.Show(submitted.AccessKey), first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(AccessKey.Show(submitted.AccessKey), reply.Parts[0].Text, StringComparison.Ordinal);
        Assert.Equal(bytes, reply.Parts[1].Content);
        Assert.Contains("Līguma šķirklis Nr. 5.pdf", reply.Parts[1].Headers["Content-Type"] + reply.Parts[1].Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("application/pdf", reply.Parts[1].Headers["Content-Type"], StringComparison.Ordinal);
    }

    private static Eml Read(House house, OutgoingMessage row) => Eml.Read(Path.Combine(house.DataFolder, "mail", $"{row.Id:N}.eml"));
}
