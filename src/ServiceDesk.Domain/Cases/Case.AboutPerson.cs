using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>
/// A complaint about a person who works here. Those named, and who stands in for them, never see it; they get its gist, and learn who
/// complained only on a ground that stands in the record.
/// </content>
public sealed partial class Case
{
    /// <summary>Longest gist, characters.</summary>
    public const int MaxGistLength = 4000;

    private readonly List<CaseSubject> subjects = [];

    /// <summary>It is a complaint about somebody who works here.</summary>
    public bool IsAboutPerson { get; private set; }

    /// <summary>Who decides in place of Client Service, because the complaint is about its head or somebody above; null without a conflict.</summary>
    public CaseAuthority? DecidedBy { get; private set; }

    /// <summary>What those complained about are told, in the handler's words; null while they are told nothing.</summary>
    public string? Gist { get; private set; }

    /// <summary>When they were told, UTC.</summary>
    public DateTimeOffset? GistAt { get; private set; }

    /// <summary>On what ground they may know who complained; null while they may not.</summary>
    public RevealGround? RevealedOn { get; private set; }

    /// <summary>The law or the circumstance the ground rests on.</summary>
    public string? RevealBasis { get; private set; }

    /// <summary>When the identity was revealed, UTC.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }

    /// <summary>Whom it is about.</summary>
    public IReadOnlyList<CaseSubject> Subjects => subjects;

    /// <summary>
    /// Names whom the complaint is about. Whoever is named loses the case at once: as assignee, as the one it is offered to, and as a
    /// named reader. Naming nobody any more needs a reason.
    /// </summary>
    /// <param name="named">Keys and names of all of them from now on.</param>
    /// <param name="keepsAssignee">Whether the assignee may go on with a complaint about these people.</param>
    /// <param name="decidedBy">Who decides in place of Client Service, or null.</param>
    /// <param name="reason">Why; needed when nobody is named any more.</param>
    /// <param name="by">Who names them.</param>
    /// <param name="at">Now, UTC.</param>
    public void NameSubjects(
        IReadOnlyCollection<(Guid Id, string Name)> named, bool keepsAssignee, CaseAuthority? decidedBy, string? reason, Actor by, DateTimeOffset at)
    {
        if (MergedIntoId is not null)
            throw new Refusal("Cases.Refusal.MergedStays");
        if (Audience == Deadlines.Audience.Internal)
            throw new Refusal("Cases.Refusal.InternalIsAboutNobody");
        var wanted = named.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name);
        if (wanted.Count == 0 && Trimmed(reason) is null)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        if (wanted.Count == subjects.Count && subjects.TrueForAll(s => wanted.ContainsKey(s.EmployeeId)))
            return;

        subjects.RemoveAll(s => !wanted.ContainsKey(s.EmployeeId));
        subjects.AddRange(wanted.Where(p => subjects.TrueForAll(s => s.EmployeeId != p.Key)).Select(p => new CaseSubject(Id, p.Key, p.Value, at)).ToList());
        (IsAboutPerson, DecidedBy) = (subjects.Count > 0, subjects.Count > 0 ? decidedBy : null);
        readers.RemoveAll(r => wanted.ContainsKey(r.EmployeeId));
        if (IsAboutPerson && AssigneeId is { } assignee && (!keepsAssignee || wanted.ContainsKey(assignee)))
            AssigneeId = null;
        if (OfferedAt is not null && IsAboutPerson)
            ForgetOffer();
        if (!IsAboutPerson)
            (Gist, GistAt, RevealedOn, RevealBasis, RevealedAt) = (null, null, null, null, null);
        Log(CaseEventKind.SubjectsNamed, by, at, Trimmed(reason), string.Join(", ", subjects.Select(s => s.Name).Order(StringComparer.Ordinal)));
    }

    /// <summary>Another complaint's people go on in this one, which came of it.</summary>
    public void AboutSameAs(Case original, Actor by, DateTimeOffset at)
    {
        if (original.IsAboutPerson)
            NameSubjects([.. original.subjects.Select(s => (s.EmployeeId, s.Name))], keepsAssignee: true, original.DecidedBy, null, by, at);
    }

    /// <summary>Tells those complained about what they need to answer, or changes what they are told. No name of the client belongs into it.</summary>
    public void WriteGist(string? text, Actor by, DateTimeOffset at)
    {
        RefuseUnlessAboutPerson();
        var gist = string.IsNullOrWhiteSpace(text) ? throw new Refusal("Cases.Refusal.GistMissing") : text.Trim().ReplaceLineEndings("\n");
        if (gist.Length > MaxGistLength)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxGistLength);
        if (Tells(gist))
            throw new Refusal("Cases.Refusal.GistNamesClient");
        (Gist, GistAt) = (gist, at);
        Log(CaseEventKind.GistWritten, by, at);
    }

    /// <summary>Lets those complained about know the client's name; the ground and what it rests on are mandatory.</summary>
    public void RevealIdentity(RevealGround ground, string? basis, Actor by, DateTimeOffset at)
    {
        RefuseUnlessAboutPerson();
        if (Trimmed(basis) is not { } why)
            throw new Refusal("Cases.Refusal.BasisMissing");
        if (Contact.Name is null)
            throw new Refusal("Cases.Refusal.NobodyToReveal");
        if (RevealedOn is not null)
            throw new Refusal("Cases.Refusal.AlreadyRevealed");
        (RevealedOn, RevealBasis, RevealedAt) = (ground, why, at);
        Log(CaseEventKind.IdentityRevealed, by, at, why, ground.ToString());
    }

    /// <summary>Hides the name again; who has read it has read it.</summary>
    public void HideIdentity(string? reason, Actor by, DateTimeOffset at)
    {
        if (RevealedOn is null)
            throw new Refusal("Cases.Refusal.NotRevealed");
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        (RevealedOn, RevealBasis, RevealedAt) = (null, null, null);
        Log(CaseEventKind.IdentityHidden, by, at, why);
    }

    private void RefuseUnlessAboutPerson()
    {
        if (!IsAboutPerson)
            throw new Refusal("Cases.Refusal.NotAboutPerson");
    }

    /// <summary>Whether a text holds the client's name, in full or the surname in any case ending, an address or a phone.</summary>
    private bool Tells(string text)
    {
        var said = new[] { Contact.Name, Contact.Email, Contact.Phone, Contact.Address }.OfType<string>();
        if (said.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase)))
            return true;
        // Latvian names change their endings: Kalniņa, Kalniņai, Kalniņas. The stem of the last word is what gives a person away.
        var surname = Contact.Name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return surname is { Length: > 4 } && text.Split([' ', '\n', ',', '.', ';', ':', '„', '”', '"', '(', ')', '!', '?'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => word.StartsWith(surname[..^1], StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Somebody a complaint is about.</summary>
public sealed class CaseSubject
{
    private CaseSubject()
    {
    }

    internal CaseSubject(Guid caseId, Guid employeeId, string name, DateTimeOffset at) => (CaseId, EmployeeId, Name, NamedAt) = (caseId, employeeId, name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The complaint.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The employee.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>Name and surname when named.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset NamedAt { get; private set; }
}

/// <summary>Why somebody complained about may know who complained.</summary>
public enum RevealGround
{
    /// <summary>The client agreed.</summary>
    Consent,

    /// <summary>A law says so; which one is recorded.</summary>
    Law,

    /// <summary>The matter cannot be examined otherwise.</summary>
    Examination,
}
