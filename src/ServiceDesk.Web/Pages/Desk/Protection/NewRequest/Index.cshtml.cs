using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Protection.NewRequest;

/// <summary>Registers a request; the month begins with the day of receipt, not of registration.</summary>
[Authorize(Policy = nameof(Permission.HandlePersonRequests))]
public sealed class IndexModel(RegisterPersonRequestHandler register, LocalTime local, TimeProvider time, Texts t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Ways a request reaches the officer.</summary>
    public static IReadOnlyList<Channel> Channels { get; } = [Channel.EAddress, Channel.Email, Channel.Paper, Channel.InPerson, Channel.WebForm, Channel.Other];

    public void OnGet() => Input = new Form { Token = Guid.CreateVersion7(), ReceivedOn = local.DateOf(time.GetUtcNow()) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        try
        {
            var id = await register.HandleAsync(
                new RegisterPersonRequest(Input.Token, Input.Kind!.Value, Input.Channel, new Requester(Input.Name!, Input.Email, Input.Address), Input.Wish!, Input.ReceivedOn!.Value), cancellationToken);
            this.Notice(t["Protection.Requests.Registered"]);
            return Redirect($"/desk/protection/requests/{id}");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("Input." + (refusal.Key.EndsWith("ReceivedInFuture", StringComparison.Ordinal) ? nameof(Form.ReceivedOn) : nameof(Form.Wish)), t[refusal.Key, [.. refusal.Arguments]]);
            return Page();
        }
    }

    public sealed class Form
    {
        public Guid Token { get; set; }

        public PersonRequestKind? Kind { get; set; }

        public Channel Channel { get; set; } = Channel.EAddress;

        public DateOnly? ReceivedOn { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Address { get; set; }

        public string? Wish { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(Texts t)
        {
            RuleFor(x => x.Kind).NotNull().WithMessage(_ => t["Protection.Requests.KindMissing"]);
            RuleFor(x => x.ReceivedOn).NotNull().WithMessage(_ => t["Protection.Requests.DayMissing"]);
            RuleFor(x => x.Name).NotEmpty().WithMessage(_ => t["Protection.Refusal.NameMissing"]);
            RuleFor(x => x.Name).MaximumLength(300).WithMessage(_ => t["Protection.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Email).Must(e => Contact.LooksLikeEmail(e!.Trim())).When(x => !string.IsNullOrWhiteSpace(x.Email)).WithMessage(_ => t["Cases.Refusal.EmailUnusable"]);
            RuleFor(x => x.Address).MaximumLength(300).WithMessage(_ => t["Protection.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Wish).NotEmpty().WithMessage(_ => t["Protection.Refusal.WishMissing"]);
            RuleFor(x => x.Wish).MaximumLength(PersonRequest.LongestText).WithMessage(_ => t["Protection.Refusal.TextTooLong", PersonRequest.LongestText]);
        }
    }
}
