using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteLetter;

/// <summary>A letter: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<LetterBody>(forms)
{
    [BindProperty]
    public LetterInput Letter { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Letter;

    protected override void Fill(LetterBody data) => Letter = new LetterInput
    {
        AddresseeName = data.AddresseeName,
        AddresseeAddress = data.AddresseeAddress,
        AddresseeEmail = data.AddresseeEmail,
        InReplyToDate = data.InReplyToDate,
        InReplyToNumber = data.InReplyToNumber,
        Salutation = data.Salutation,
        Body = data.Body,
        PromisedOn = data.PromisedOn,
        Attachments = AttachmentLines.Write(data.Attachments),
    };

    protected override LetterBody ToBody() => new()
    {
        AddresseeName = Letter.AddresseeName,
        AddresseeAddress = Letter.AddresseeAddress,
        AddresseeEmail = Letter.AddresseeEmail,
        InReplyToDate = Letter.InReplyToDate,
        InReplyToNumber = Letter.InReplyToNumber,
        Salutation = Letter.Salutation,
        Body = Letter.Body,
        PromisedOn = Letter.PromisedOn,
        IsUnsigned = Kept?.IsUnsigned ?? false,
        Attachments = AttachmentLines.Read(Letter.Attachments),
    };

    protected override LetterBody Propose(DocumentProposal proposal) => new()
    {
        AddresseeName = proposal.Name,
        AddresseeAddress = proposal.Address,
        AddresseeEmail = proposal.Email,
        InReplyToDate = proposal.CaseReceivedOn,
        InReplyToNumber = proposal.CaseNumber,
        Salutation = Texts.In(proposal.Head.Language)["Documents.Paper.Salutation"],
    };

    public sealed class LetterInput
    {
        public string? AddresseeName { get; set; }

        public string? AddresseeAddress { get; set; }

        public string? AddresseeEmail { get; set; }

        public DateOnly? InReplyToDate { get; set; }

        public string? InReplyToNumber { get; set; }

        public string? Salutation { get; set; }

        public string? Body { get; set; }

        public DateOnly? PromisedOn { get; set; }

        public string? Attachments { get; set; }
    }

    public sealed class LetterValidator : AbstractValidator<LetterInput>
    {
        public LetterValidator(Texts t)
        {
            RuleFor(x => x.AddresseeName).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
            RuleFor(x => x.AddresseeAddress).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
            RuleFor(x => x.Body).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.Attachments).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
        }
    }
}
