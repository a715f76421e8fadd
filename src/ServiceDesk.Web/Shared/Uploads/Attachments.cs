using Microsoft.AspNetCore.Mvc.ModelBinding;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Shared.Uploads;

/// <summary>Files of a form in progress: those sent before and kept as sealed references, and those that came now.</summary>
public sealed class Attachments(Seals seals, Texts t)
{
    private const string Purpose = "attachment";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Collects the files of a request; what was refused becomes an error beside the field.</summary>
    /// <param name="http">The request.</param>
    /// <param name="kept">Sealed references the form carried.</param>
    /// <param name="removed">Places in <paramref name="kept"/> the visitor ticked for removal.</param>
    /// <param name="errors">Where sentences go.</param>
    /// <param name="field">Name of the file field.</param>
    /// <param name="held">Files a draft holds: their references do not grow old.</param>
    public IReadOnlyList<AttachedFile> Collect(HttpContext http, IReadOnlyList<string> kept, IReadOnlyCollection<int> removed, ModelStateDictionary errors, string field,
        IReadOnlyList<AttachedFile>? held = null)
    {
        var received = http.Features.Get<ReceivedFiles>();
        List<AttachedFile> files = [.. kept.Where((_, i) => !removed.Contains(i)).Select(k => seals.Open<AttachedFile>(Purpose, k, Longest)?.Fact ?? Held(k, held)).OfType<AttachedFile>()];
        files.AddRange(received?.Files ?? []);
        // A form sent twice brings the same files twice.
        files = [.. files.DistinctBy(f => (f.Hash, f.FileName))];
        foreach (var refusal in received?.Refusals ?? [])
            errors.AddModelError(field, t[refusal.Key, [.. refusal.Arguments]]);
        if (files.Count > AttachedFile.MaxCount)
        {
            files = files[..AttachedFile.MaxCount];
            errors.AddModelError(field, t["Cases.Refusal.TooManyFiles", AttachedFile.MaxCount]);
        }

        return files;
    }

    /// <summary>The reference a form carries for a stored file.</summary>
    public string Keep(AttachedFile file) => seals.Seal(Purpose, file);

    private AttachedFile? Held(string kept, IReadOnlyList<AttachedFile>? held) =>
        held is not null && seals.Open<AttachedFile>(Purpose, kept)?.Fact is { } file && held.Contains(file) ? file : null;
}
