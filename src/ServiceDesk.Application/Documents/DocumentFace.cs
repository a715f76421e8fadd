using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Documents;

/// <summary>Everything that stands on the paper, so that a printed form looks nothing up.</summary>
public sealed record DocumentFace
{
    /// <summary>What kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Language of the paper.</summary>
    public required string Language { get; init; }

    /// <summary>The kind's record.</summary>
    public required DocumentBody Content { get; init; }

    /// <summary>What it is about, without "Par".</summary>
    public required string Subject { get; init; }

    /// <summary>Whose paper it is.</summary>
    public required MunicipalityOptions House { get; init; }

    /// <summary>The unit in whose name it is written.</summary>
    public required string UnitName { get; init; }

    /// <summary>Number; null on a draft.</summary>
    public string? Number { get; init; }

    /// <summary>Date; on a draft today.</summary>
    public required DateOnly DatedOn { get; init; }

    /// <summary>Who signs.</summary>
    public string? SignatoryName { get; init; }

    /// <summary>Their post.</summary>
    public string? SignatoryPost { get; init; }

    /// <summary>Their post in the middle of a sentence: "vadītāja"; what begins with an abbreviation stays.</summary>
    public string? PostInSentence => SignatoryPost is [var first, var second, ..] && char.IsLower(second) ? char.ToLowerInvariant(first) + SignatoryPost[1..] : SignatoryPost;

    /// <summary>Whether it is to be signed electronically.</summary>
    public bool IsSignedElectronically { get; init; }

    /// <summary>Who prepared it.</summary>
    public DocumentPreparer? PreparedBy { get; init; }

    /// <summary>The access mark with ground and term; null when it is open.</summary>
    public string? AccessMark { get; init; }

    /// <summary>That and why this edition corrects an earlier one; null on the first.</summary>
    public string? Correction { get; init; }

    /// <summary>The number of the case it belongs to.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>Working days, for terms that run from the date of the document.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>What stands around the content on every page. The title says kind and number, never what it is about.</summary>
    public required DocumentSheet Sheet { get; init; }

    /// <summary>The subject line of the paper. What begins in lower case, "atkritumu izvešanu", gets its "Par"; what was written as a sentence stays as it is.</summary>
    public string Heading => Language == "lv" && Subject.Length > 0 && char.IsLower(Subject[0]) ? $"Par {Subject}" : Subject;

    /// <summary>Place, date and number.</summary>
    public DocumentRequisites Requisites(DateOnly? replyToOn = null, string? replyToNumber = null) => new(House.PlaceOfIssue, DatedOn, Number, replyToOn, replyToNumber);

    /// <summary>How it is signed, as the paper has it.</summary>
    public SigningWay Signing => IsSignedElectronically ? SigningWay.Electronic : SigningWay.ByHand;

    /// <summary>The one who signs.</summary>
    public DocumentSignature Signature => new(SignatoryPost ?? "", SignatoryName ?? "");
}

/// <summary>Puts the face of a document together.</summary>
public sealed class DocumentFaces(IServiceDeskDb db, DocumentKinds kinds, CalendarProvider calendars, IOptions<MunicipalityOptions> house, LocalTime local, TimeProvider time)
{
    /// <summary>The face of a document as it reads now.</summary>
    public async Task<DocumentFace> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var unit = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.Id == document.UnitId).Select(u => u.Name).SingleAsync(cancellationToken);
        var author = await db.Set<Employee>().AsNoTracking().Where(e => e.Id == document.AuthorId).Select(e => new { e.Phone, e.Email }).SingleOrDefaultAsync(cancellationToken);
        var item = document.CaseId is { } caseId
            ? await db.Set<Domain.Cases.Case>().AsNoTracking().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync(cancellationToken)
            : null;
        var t = Texts.In(document.Language);
        var number = $"{t.Of(document.Kind)} {document.Number}".Trim();
        return new DocumentFace
        {
            Kind = document.Kind,
            Language = document.Language,
            Content = kinds.Read(document.Kind, document.Content),
            Subject = document.Subject,
            House = house.Value,
            UnitName = unit,
            Number = document.Number,
            DatedOn = document.DatedOn ?? local.DateOf(time.GetUtcNow()),
            SignatoryName = document.SignatoryName,
            SignatoryPost = document.SignatoryPost,
            IsSignedElectronically = document.IsSignedElectronically,
            PreparedBy = new DocumentPreparer(document.Author, author?.Phone, author?.Email),
            AccessMark = (document.AccessBasis, document.AccessUntil) switch
            {
                (null, _) => null,
                ({ } basis, null) => t["Documents.Paper.Restricted", basis],
                ({ } basis, { } until) => t["Documents.Paper.RestrictedUntil", basis, until],
            },
            Correction = document.Editions.MaxBy(e => e.Number) is { Reason: { } reason } edition ? t["Documents.Paper.Corrected", local.DateOf(edition.At), reason] : null,
            CaseNumber = item,
            Calendar = await calendars.GetAsync(cancellationToken),
            Sheet = new DocumentSheet(number, document.Language, document.ChangedAt)
            {
                Number = document.Number,
                IsDraft = document.Number is null,
                FootNote = item is null ? null : t["Documents.Paper.Case", item],
            },
        };
    }
}
