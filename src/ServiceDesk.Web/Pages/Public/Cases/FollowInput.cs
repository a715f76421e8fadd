using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>What a client adds to a case; number and key only after the session was lost.</summary>
public sealed class FollowInput
{
    public string? Text { get; set; }

    /// <summary>Only names the field: its files are in the store before the form is bound.</summary>
    public IFormFile? Files { get; set; }

    /// <summary>Sealed references to files that came with an earlier try.</summary>
    public List<string> Kept { get; set; } = [];

    /// <summary>Places in <see cref="Kept"/> to leave out.</summary>
    public List<int> Removed { get; set; } = [];

    public string? Number { get; set; }

    public string? Key { get; set; }
}

internal sealed class FollowInputValidator : AbstractValidator<FollowInput>
{
    public FollowInputValidator(Texts t)
    {
        RuleFor(x => x.Text).Must(x => !string.IsNullOrWhiteSpace(x)).WithMessage(_ => t["Cases.Track.TextMissing"]);
        RuleFor(x => x.Text).MaximumLength(Message.MaxLength).WithMessage(x => t["Cases.Submit.TextTooLong", Message.MaxLength, x.Text?.Length]);
    }
}
