using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>A file somebody sends with a form.</summary>
/// <param name="FileName">Its name, as the browser gave it.</param>
/// <param name="Content">Its content, read once.</param>
public sealed record AttachFile(string FileName, Stream Content);

/// <summary>
/// Takes a file into the store before the form it came with is settled, so that a correction does not ask for it again.
/// </summary>
public sealed class AttachFileHandler(IFileStore files)
{
    /// <summary>Stores the file under its cleaned name. Refuses what is empty, larger than 20 MB or not a document or picture.</summary>
    public async Task<AttachedFile> HandleAsync(AttachFile command, CancellationToken cancellationToken)
    {
        FileType? type = null;
        var shown = FileNames.Show(command.FileName);
        await using var limited = new LimitedStream(command.Content, AttachedFile.MaxSize, () => new Refusal("Cases.Refusal.FileTooLarge", shown, AttachedFile.MaxSize / 1024 / 1024));
        var stored = await files.SaveAsync(limited, draft => (type = FileTypes.Detect(draft, command.FileName)) is not null, cancellationToken);
        if (limited.Count == 0)
            throw new Refusal("Cases.Refusal.FileEmpty", shown);
        return stored is null || type is null
            ? throw new Refusal("Cases.Refusal.FileKind", shown)
            : new AttachedFile(FileNames.Clean(command.FileName, type), type.ContentType, stored.Size, stored.Hash);
    }

    /// <summary>Counts what is read and throws as soon as it is too much, so that a huge file never fills the disk.</summary>
    private sealed class LimitedStream(Stream inner, long most, Func<Exception> tooMuch) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            return (Count += read) > most ? throw tooMuch() : read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
