using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteAct;

/// <summary>An act as the form carries it.</summary>
public sealed class ActInput
{
    public ActType Type { get; set; }

    public string? Basis { get; set; }

    public string? FirstRole { get; set; }

    public string? Members { get; set; }

    public string? Place { get; set; }

    public DateOnly? FromOn { get; set; }

    public DateOnly? ToOn { get; set; }

    public string? Findings { get; set; }

    public string? Conclusion { get; set; }

    public string? List { get; set; }

    public int? Copies { get; set; }

    public string? Holders { get; set; }

    public string? Refusals { get; set; }

    public string? Attachments { get; set; }

    public static ActInput Of(ActBody data) => new()
    {
        Type = data.Type,
        Basis = data.Basis,
        FirstRole = data.FirstRole,
        Members = PersonLines.Write(data.Members),
        Place = data.Place,
        FromOn = data.FromOn,
        ToOn = data.ToOn,
        Findings = data.Findings,
        Conclusion = data.Conclusion,
        List = ActLines.Write(data.List),
        Copies = data.Copies,
        Holders = data.Holders,
        Refusals = PersonLines.Write(data.Refusals),
        Attachments = AttachmentLines.Write(data.Attachments),
    };

    public ActBody ToBody() => new()
    {
        Type = Type,
        Basis = Basis,
        FirstRole = FirstRole,
        Members = PersonLines.Read(Members),
        Place = Place,
        FromOn = FromOn,
        ToOn = ToOn,
        Findings = Findings,
        Conclusion = Conclusion,
        List = ActLines.Read(List) ?? [],
        Copies = Copies ?? 2,
        Holders = Holders,
        Refusals = PersonLines.Read(Refusals),
        Attachments = AttachmentLines.Read(Attachments),
    };

    public sealed class Validator : AbstractValidator<ActInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Basis).MaximumLength(1000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 1000]);
            RuleFor(x => x.Members).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleFor(x => x.Findings).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.Conclusion).MaximumLength(20_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 20_000]);
            RuleFor(x => x.List).MaximumLength(50_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 50_000]);
            RuleFor(x => x.List).Must(l => ActLines.Read(l) is not null).WithMessage(_ => t["Documents.Refusal.ActLine"]);
            RuleFor(x => x.ToOn).GreaterThanOrEqualTo(x => x.FromOn).When(x => x is { FromOn: not null, ToOn: not null }).WithMessage(_ => t["Documents.Refusal.EndsBeforeStart"]);
            RuleFor(x => x.Copies).InclusiveBetween(1, 100).WithMessage(_ => t["Documents.Refusal.CopiesOutOfRange"]);
        }
    }
}
