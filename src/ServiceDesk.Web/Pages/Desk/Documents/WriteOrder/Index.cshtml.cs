using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteOrder;

/// <summary>An order or resolution: new, written on, or corrected.</summary>
[Authorize(Policy = nameof(Permission.WriteDocuments))]
public sealed class IndexModel(DocumentFormTools forms) : DocumentFormPage<OrderBody>(forms)
{
    [BindProperty]
    public OrderInput Order { get; set; } = new();

    public override DocumentKind Kind => DocumentKind.Order;

    protected override void Fill(OrderBody data) => Order = new OrderInput
    {
        Title = data.Title,
        Basis = data.Basis,
        Body = data.Body,
        Lead = data.Lead,
        Executors = data.Executors,
        DueOn = data.DueOn,
        IsControlled = data.IsControlled,
        Controller = data.Controller,
        Attachments = AttachmentLines.Write(data.Attachments),
    };

    protected override OrderBody ToBody() => new()
    {
        Title = Order.Title,
        Basis = Order.Basis,
        Body = Order.Body,
        Lead = Order.Lead,
        Executors = Order.Executors,
        DueOn = Order.DueOn,
        IsControlled = Order.IsControlled,
        Controller = Order.IsControlled ? Order.Controller : null,
        Attachments = AttachmentLines.Read(Order.Attachments),
    };

    protected override OrderBody Propose(DocumentProposal proposal) => proposal is { CaseNumber: { } number, CaseReceivedOn: { } day }
        ? new() { Title = OrderTitle.Resolution, Basis = Texts.In(proposal.Head.Language)["Documents.Order.BasisOfCase", day, number] }
        : new();

    public sealed class OrderInput
    {
        public OrderTitle Title { get; set; }

        public string? Basis { get; set; }

        public string? Body { get; set; }

        public string? Lead { get; set; }

        public string? Executors { get; set; }

        public DateOnly? DueOn { get; set; }

        public bool IsControlled { get; set; }

        public string? Controller { get; set; }

        public string? Attachments { get; set; }
    }

    public sealed class OrderValidator : AbstractValidator<OrderInput>
    {
        public OrderValidator(Texts t)
        {
            RuleFor(x => x.Basis).MaximumLength(2000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 2000]);
            RuleFor(x => x.Body).MaximumLength(100_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 100_000]);
            RuleFor(x => x.Executors).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleFor(x => x.Attachments).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
        }
    }
}
