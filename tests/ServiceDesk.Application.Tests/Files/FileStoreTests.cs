using System.Security.Cryptography;
using System.Text;
using ServiceDesk.Application.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Files;

public class FileStoreTests(Databases databases) : IClassFixture<Databases>
{
    [Fact]
    public async Task A_content_is_found_again_by_its_hash_and_kept_once()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var content = Encoding.UTF8.GetBytes("Iesniegums par bedri Upes ielā");

        var first = await SaveAsync(house, content);
        var second = await SaveAsync(house, content);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), first.Hash);
        Assert.Equal(content.Length, first.Size);
        Assert.Equal(first, second);
        Assert.Equal(content, await ReadAsync(house, first.Hash));
        Assert.Single(Directory.GetFiles(Path.Combine(house.DataFolder, "files"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var stored = await SaveAsync(house, []);
        Assert.Equal(0, stored.Size);
        Assert.Empty(await ReadAsync(house, stored.Hash));
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing_behind()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        await Assert.ThrowsAsync<IOException>(() => house.RunAsync((IFileStore files) => files.SaveAsync(new BrokenStream(), CancellationToken.None)));
        Assert.Empty(Directory.GetFiles(house.DataFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Twenty_saves_of_one_content_at_once_all_succeed()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var content = RandomNumberGenerator.GetBytes(1_000_000);
        var stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SaveAsync(house, content)));
        Assert.Single(stored.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_hash_of_ours_opens_nothing(string hash)
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        Assert.Null(await house.RunAsync((IFileStore files) => Task.FromResult(files.Open(hash))));
    }

    private static Task<StoredFile> SaveAsync(House house, byte[] content) =>
        house.RunAsync((IFileStore files) => files.SaveAsync(new MemoryStream(content), CancellationToken.None));

    private static Task<byte[]> ReadAsync(House house, string hash) => house.RunAsync(async (IFileStore files) =>
    {
        await using var stream = files.Open(hash)!;
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    });

    private sealed class BrokenStream : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++reads > 2 ? throw new IOException("The line is cut.") : ValueTask.FromResult(100);
    }
}
