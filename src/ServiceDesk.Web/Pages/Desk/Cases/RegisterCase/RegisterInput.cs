using FluentValidation;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.OfCases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Web.Pages.Desk.Cases.RegisterCase;

/// <summary>What happens after registering.</summary>
public enum NextStep
{
    /// <summary>The unit answers.</summary>
    HandOver,

    /// <summary>The client has the answer already.</summary>
    SolvedInTalk,
}

/// <summary>The form of the desk as typed.</summary>
public sealed class RegisterInput
{
    public Guid Token { get; set; } = Guid.CreateVersion7();

    public Channel Channel { get; set; } = Channel.Phone;

    /// <summary>When it reached us, local wall-clock time.</summary>
    public DateTime? Received { get; set; }

    public CaseKind Kind { get; set; } = CaseKind.Question;

    public Guid? TopicId { get; set; }

    public Guid? ServiceId { get; set; }

    public string? Subject { get; set; }

    public string? Text { get; set; }

    public string? Place { get; set; }

    /// <summary>What is typed to find the client.</summary>
    public string? Client { get; set; }

    /// <summary>The client chosen.</summary>
    public Guid? ClientId { get; set; }

    /// <summary>A card is to be made of what is told below.</summary>
    public bool NewCard { get; set; }

    /// <summary>Becomes the key of that card.</summary>
    public Guid CardToken { get; set; } = Guid.CreateVersion7();

    public ClientKind CardKind { get; set; } = ClientKind.Person;

    public string? RegistrationNumber { get; set; }

    public HeardFrom? HeardFrom { get; set; }

    /// <summary>Cards shown as perhaps the same client.</summary>
    public List<Guid> CardsShown { get; set; } = [];

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public bool UnitMayKnow { get; set; }

    public string Language { get; set; } = "lv";

    /// <summary>A colleague asks.</summary>
    public bool IsInternal { get; set; }

    /// <summary>A submission in the sense of the law.</summary>
    public bool IsFormal { get; set; }

    /// <summary>Whom a complaint is about.</summary>
    public List<Guid> AboutEmployeeIds { get; set; } = [];

    public Guid? UnitId { get; set; }

    public Guid? AssigneeId { get; set; }

    public NextStep Next { get; set; }

    public string? Solution { get; set; }

    public CaseOutcome Outcome { get; set; } = CaseOutcome.Explained;

    public bool DoNotNotify { get; set; }

    public IFormFile? Files { get; set; }

    public List<string> Kept { get; set; } = [];

    public List<int> Removed { get; set; } = [];

    /// <summary>Cases shown as perhaps the same.</summary>
    public List<Guid> Shown { get; set; } = [];

    /// <summary>Cases the person says are not the same.</summary>
    public List<Guid> NotDuplicateOf { get; set; } = [];

    public Audience Audience => IsInternal ? Audience.Internal : Audience.External;

    /// <summary>A colleague's question is an internal request, whatever was chosen above it.</summary>
    public CaseKind RealKind => IsInternal ? CaseKind.InternalRequest : Kind;

    /// <summary>What the client tells about themselves.</summary>
    public Contact Contact => new() { Name = Name, Email = Email, Phone = Phone, Address = Address, UnitMayKnow = UnitMayKnow };

    /// <summary>What is to be registered.</summary>
    /// <param name="files">Files handed in.</param>
    /// <param name="receivedAt">When it reached us; null is now.</param>
    /// <param name="registrar">Who registers it.</param>
    public NewCase ToCase(IReadOnlyList<AttachedFile> files, DateTimeOffset? receivedAt, Guid? registrar) => new()
    {
        Token = Token,
        Kind = RealKind,
        Channel = Channel,
        Audience = Audience,
        IsFormal = IsFormal && !IsInternal,
        Subject = Subject,
        Text = Text!,
        Place = Place,
        TopicId = TopicId,
        ServiceId = ServiceId,
        UnitId = UnitId,
        AssigneeId = Next == NextStep.SolvedInTalk ? registrar : AssigneeId,
        Contact = Contact,
        ClientId = ClientId,
        NewCard = NewCard && ClientId is null ? new NewCard(CardToken, CardKind, RegistrationNumber, HeardFrom) : null,
        Language = Language,
        ReceivedAt = receivedAt,
        Files = files,
        AboutEmployeeIds = IsInternal ? [] : AboutEmployeeIds,
        Acknowledge = !DoNotNotify && Next != NextStep.SolvedInTalk,
    };

    public sealed class Validator : AbstractValidator<RegisterInput>
    {
        private static readonly Channel[] Talks = [Channel.Phone, Channel.InPerson, Channel.Voicemail, Channel.Internal];

        public Validator(Texts t, LocalTime local, TimeProvider time)
        {
            RuleFor(x => x.Received).NotNull().WithMessage(_ => t["Desk.Register.ReceivedMissing"]);
            RuleFor(x => x.Received).Must(at => local.ToUtc(at!.Value) <= time.GetUtcNow()).When(x => x.Received is not null)
                .WithMessage(_ => t["Cases.Refusal.ReceivedInFuture"]);
            RuleFor(x => x.Received).GreaterThan(new DateTime(2020, 1, 1)).When(x => x.Received is not null).WithMessage(_ => t["Desk.Register.ReceivedTooOld"]);
            RuleFor(x => x.Channel).Must(c => RegisterChannels.Offered.Contains(c)).WithMessage(_ => t["Desk.Register.ChannelMissing"]);
            RuleFor(x => x.Subject).NotEmpty().WithMessage(_ => t["Cases.Refusal.SubjectMissing"]);
            RuleFor(x => x.Subject).MaximumLength(Case.MaxSubjectLength).WithMessage(_ => t["Cases.Refusal.SubjectTooLong", Case.MaxSubjectLength]);
            RuleFor(x => x.Text).NotEmpty().WithMessage(_ => t["Desk.Register.TextMissing"]);
            RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(_ => t["Cases.Refusal.TextTooLong", Message.MaxLength]);
            RuleFor(x => x.Place).MaximumLength(300);
            RuleFor(x => x.Name).MaximumLength(200);
            RuleFor(x => x.Phone).MaximumLength(40);
            RuleFor(x => x.Address).MaximumLength(300);
            RuleFor(x => x.Email).Must(e => Contact.LooksLikeEmail(e!.Trim())).When(x => !string.IsNullOrWhiteSpace(x.Email)).WithMessage(_ => t["Cases.Refusal.EmailUnusable"]);
            When(x => x is { NewCard: true, ClientId: null }, () =>
            {
                RuleFor(x => x.NewCard).Must((x, _) => !x.Contact.Normalised().IsAnonymous).When(x => string.IsNullOrWhiteSpace(x.Email) || Contact.LooksLikeEmail(x.Email.Trim()))
                    .WithMessage(_ => t["Clients.Lookup.NothingTold"]);
                RuleFor(x => x.Phone).Must(p => PhoneNumber.Check(p).IsValid).When(x => !string.IsNullOrWhiteSpace(x.Phone)).WithMessage(x => t[PhoneNumber.Check(x.Phone).Error!]);
                RuleFor(x => x.RegistrationNumber).Must(n => Domain.Clients.Identifiers.RegistrationNumber.Check(n).IsValid)
                    .When(x => !string.IsNullOrWhiteSpace(x.RegistrationNumber) && x.CardKind is ClientKind.LegalPerson or ClientKind.Institution)
                    .WithMessage(x => t[Domain.Clients.Identifiers.RegistrationNumber.Check(x.RegistrationNumber).Error!]);
            });
            RuleFor(x => x.Language).Must(l => Texts.Languages.Contains(l)).WithMessage(_ => t["Shared.Binding.Unknown"]);
            RuleFor(x => x.Solution).NotEmpty().When(x => x.Next == NextStep.SolvedInTalk).WithMessage(_ => t["Desk.Register.SolutionMissing"]);
            RuleFor(x => x.Next).Must(_ => false).When(x => x.Next == NextStep.SolvedInTalk && !Talks.Contains(x.Channel)).WithMessage(_ => t["Desk.Register.NotATalk"]);
        }
    }
}

/// <summary>Channels somebody at the desk registers; the portal's own form registers itself.</summary>
public static class RegisterChannels
{
    public static IReadOnlyList<Channel> Offered { get; } =
    [
        Channel.Phone, Channel.InPerson, Channel.Voicemail, Channel.Email, Channel.EAddress, Channel.Paper,
        Channel.StatePortal, Channel.MobileApp, Channel.SocialNetwork, Channel.Internal,
    ];
}
