using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteCertificate;

/// <summary>A certificate: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<CertificateBody>(forms)
{
    [BindProperty]
    public CertificateInput Certificate { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Certificate;

    protected override void Fill(CertificateBody data) => Certificate = new CertificateInput
    {
        Applicant = data.Applicant,
        Facts = data.Facts,
        Source = data.Source,
        AsOf = data.AsOf,
        Purpose = data.Purpose,
        ValidUntil = data.ValidUntil,
        Fee = data.Fee,
        PaymentReference = data.PaymentReference,
        Copies = data.Copies,
    };

    protected override CertificateBody ToBody() => new()
    {
        Applicant = Certificate.Applicant,
        Facts = Certificate.Facts,
        Source = Certificate.Source,
        AsOf = Certificate.AsOf,
        Purpose = Certificate.Purpose,
        ValidUntil = Certificate.ValidUntil,
        Fee = Certificate.Fee,
        PaymentReference = Certificate.PaymentReference,
        Copies = Certificate.Copies ?? 1,
    };

    protected override CertificateBody Propose(DocumentProposal proposal) => new() { Applicant = proposal.Name, AsOf = Today };

    public sealed class CertificateInput
    {
        public string? Applicant { get; set; }

        public string? Facts { get; set; }

        public string? Source { get; set; }

        public DateOnly? AsOf { get; set; }

        public string? Purpose { get; set; }

        public DateOnly? ValidUntil { get; set; }

        public decimal? Fee { get; set; }

        public string? PaymentReference { get; set; }

        public int? Copies { get; set; }
    }

    public sealed class CertificateValidator : AbstractValidator<CertificateInput>
    {
        public CertificateValidator(Texts t)
        {
            RuleFor(x => x.Applicant).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Facts).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.ValidUntil).GreaterThanOrEqualTo(x => x.AsOf).When(x => x.AsOf is not null && x.ValidUntil is not null).WithMessage(_ => t["Documents.Refusal.ValidBeforeFacts"]);
            RuleFor(x => x.Fee).InclusiveBetween(0, 1_000_000).WithMessage(_ => t["Documents.Refusal.AmountOutOfRange"]);
            RuleFor(x => x.Copies).InclusiveBetween(1, 100).WithMessage(_ => t["Documents.Refusal.CopiesOutOfRange"]);
        }
    }
}
