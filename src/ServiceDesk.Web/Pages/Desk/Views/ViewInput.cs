using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Views;

/// <summary>A saved view as typed.</summary>
public sealed class ViewInput
{
    public string? Name { get; set; }

    public ViewSharing Sharing { get; set; }

    public sealed class Validator : AbstractValidator<ViewInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Name).NotEmpty().WithMessage(_ => t["Desk.Views.NameMissing"]);
            RuleFor(x => x.Name).MaximumLength(SavedView.MaxNameLength).WithMessage(_ => t["Desk.Views.NameTooLong", SavedView.MaxNameLength]);
        }
    }
}

/// <summary>What the form of a view shows: the fields, what the view holds, and with whom it may be shared.</summary>
public sealed record ViewForm(ViewInput Input, string Title, IReadOnlyList<FilterChip> Chips, IReadOnlyList<ViewSharing> Offered, string Back);
