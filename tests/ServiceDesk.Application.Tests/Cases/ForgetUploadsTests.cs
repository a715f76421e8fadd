using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

public class ForgetUploadsTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Files_of_forms_nobody_finished_are_deleted_after_two_days_and_the_others_stay(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (sent, abandoned, fresh, again) = (await AttachAsync(house, "sent"), await AttachAsync(house, "abandoned"), await AttachAsync(house, "fresh"), await AttachAsync(house, "again"));
        await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Question, Text = "Ar pielikumu.", Language = "lv", Files = [sent] }, None));
        foreach (var file in new[] { sent, abandoned, again })
            Age(house, file);
        await AttachAsync(house, "again");

        Assert.Equal("1 abandoned files deleted", await house.RunAsync((ForgetUploadsHandler h) => new ForgetUploadsJob(h).RunAsync(None)));
        var there = await house.RunAsync((IFileStore files) => Task.FromResult(new[] { sent, abandoned, fresh, again }.Where(f => IsThere(files, f)).ToList()));
        Assert.Equal([sent, fresh, again], there);
    }

    [Theory]
    [InlineData("", "a.txt", "Cases.Refusal.FileEmpty")]
    [InlineData("MZ\0", "a.txt", "Cases.Refusal.FileKind")]
    public async Task A_file_we_do_not_take_is_refused_and_not_kept(string content, string name, string key)
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((AttachFileHandler h) => h.HandleAsync(new AttachFile(name, new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content))), None)));
        Assert.Equal(key, refusal.Key);
        Assert.Empty(Directory.GetFiles(Path.Combine(house.DataFolder, "files"), "*", SearchOption.AllDirectories));
    }

    private static Task<AttachedFile> AttachAsync(House house, string text) => house.RunAsync((AttachFileHandler h) =>
        h.HandleAsync(new AttachFile(text + ".txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))), None));

    private static void Age(House house, AttachedFile file) => File.SetLastWriteTimeUtc(
        Directory.GetFiles(Path.Combine(house.DataFolder, "files"), file.Hash, SearchOption.AllDirectories).Single(), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-3));

    private static bool IsThere(IFileStore files, AttachedFile file)
    {
        using var content = files.Open(file.Hash);
        return content is not null;
    }
}
