using FluentValidation;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Web.Pages.Desk.Documents.WriteMinutes;

/// <summary>Minutes as the form carries them; an item left empty is none.</summary>
public sealed class MinutesInput
{
    /// <summary>Most items of one meeting.</summary>
    public const int MostItems = 60;

    public string? Body { get; set; }

    public string? MeetingNumber { get; set; }

    public string? Place { get; set; }

    public DateOnly? HeldOn { get; set; }

    public TimeOnly? OpenedAt { get; set; }

    public TimeOnly? ClosedAt { get; set; }

    public string? MinuteTaker { get; set; }

    public string? MinuteTakerPost { get; set; }

    public string? Present { get; set; }

    public string? Absent { get; set; }

    public string? Invited { get; set; }

    public List<ItemInput> Items { get; set; } = [];

    public string? Recording { get; set; }

    public string? Attachments { get; set; }

    public static MinutesInput Of(MinutesBody data) => new()
    {
        Body = data.Body,
        MeetingNumber = data.MeetingNumber,
        Place = data.Place,
        HeldOn = data.HeldOn,
        OpenedAt = data.OpenedAt,
        ClosedAt = data.ClosedAt,
        MinuteTaker = data.MinuteTaker,
        MinuteTakerPost = data.MinuteTakerPost,
        Present = data.Present,
        Absent = PersonLines.Write(data.Absent),
        Invited = data.Invited,
        Items = [.. data.Items.Select(ItemInput.Of)],
        Recording = data.Recording,
        Attachments = AttachmentLines.Write(data.Attachments),
    };

    public MinutesBody ToBody() => new()
    {
        Body = Body,
        MeetingNumber = MeetingNumber,
        Place = Place,
        HeldOn = HeldOn,
        OpenedAt = OpenedAt,
        ClosedAt = ClosedAt,
        MinuteTaker = MinuteTaker,
        MinuteTakerPost = MinuteTakerPost,
        Present = Present,
        Absent = PersonLines.Read(Absent),
        Invited = Invited,
        Items = [.. Items.Select(i => i.ToItem()).Where(i => !i.IsEmpty)],
        Recording = Recording,
        Attachments = AttachmentLines.Read(Attachments),
    };

    public sealed class ItemInput
    {
        public string? Title { get; set; }

        public string? Speakers { get; set; }

        public string? Gist { get; set; }

        public string? Proposals { get; set; }

        public int? For { get; set; }

        public int? Against { get; set; }

        public int? Abstained { get; set; }

        public string? Decision { get; set; }

        public string? Responsible { get; set; }

        public DateOnly? DueOn { get; set; }

        public static ItemInput Of(MinutesItem item) => new()
        {
            Title = item.Title,
            Speakers = item.Speakers,
            Gist = item.Gist,
            Proposals = item.Proposals,
            For = item.For,
            Against = item.Against,
            Abstained = item.Abstained,
            Decision = item.Decision,
            Responsible = item.Responsible,
            DueOn = item.DueOn,
        };

        public MinutesItem ToItem() => new()
        {
            Title = Title,
            Speakers = Speakers,
            Gist = Gist,
            Proposals = Proposals,
            For = For,
            Against = Against,
            Abstained = Abstained,
            Decision = Decision,
            Responsible = Responsible,
            DueOn = DueOn,
        };
    }

    public sealed class Validator : AbstractValidator<MinutesInput>
    {
        public Validator(Texts t)
        {
            RuleFor(x => x.Body).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Place).MaximumLength(300).WithMessage(_ => t["Cases.Refusal.TextTooLong", 300]);
            RuleFor(x => x.Present).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleFor(x => x.Absent).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleFor(x => x.Invited).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleFor(x => x.Attachments).MaximumLength(10_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 10_000]);
            RuleForEach(x => x.Items).SetValidator(new ItemValidator(t));
        }
    }

    public sealed class ItemValidator : AbstractValidator<ItemInput>
    {
        public ItemValidator(Texts t)
        {
            RuleFor(x => x.Title).MaximumLength(500).WithMessage(_ => t["Cases.Refusal.TextTooLong", 500]);
            RuleFor(x => x.Gist).MaximumLength(50_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 50_000]);
            RuleFor(x => x.Decision).MaximumLength(20_000).WithMessage(_ => t["Cases.Refusal.TextTooLong", 20_000]);
            RuleFor(x => x.For).InclusiveBetween(0, 1000).WithMessage(_ => t["Documents.Refusal.VotesOutOfRange"]);
            RuleFor(x => x.Against).InclusiveBetween(0, 1000).WithMessage(_ => t["Documents.Refusal.VotesOutOfRange"]);
            RuleFor(x => x.Abstained).InclusiveBetween(0, 1000).WithMessage(_ => t["Documents.Refusal.VotesOutOfRange"]);
        }
    }
}
