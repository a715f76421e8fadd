using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Demo;

/// <summary>How the life of a demo case goes.</summary>
internal enum DemoPlot
{
    Unassigned,
    Assigned,
    InTime,
    Late,
    AtOnce,
    InterimKept,
    InterimExtended,
    InterimBroken,
    InterimLate,
    VeryLate,
    PromiseRuns,
    StatuteExtended,
    Forwarded,
    Unexamined,
    Withdrawn,
    Thanked,
    LetterRepaired,
    LetterFailed,
    AnsweredOpen,
    WroteAgain,
}

/// <summary>Plays a plot. A step in the future ends the play, so recent cases stay open where history closed theirs.</summary>
internal static class DemoPlots
{
    public static void Play(DemoLife life, DemoPlot plot, DateOnly? promised, Random random)
    {
        life.Begin();
        var played = plot switch
        {
            DemoPlot.Unassigned => true,
            DemoPlot.Assigned => life.Assign(random.Next(2)) && life.Note(),
            DemoPlot.InTime => life.Assign() && life.Note() && life.Reply(life.InTime()),
            DemoPlot.Late => life.Assign(random.Next(3)) && life.Reply(life.AfterDue(random.Next(1, 5))),
            DemoPlot.AtOnce => life.Reply(life.Item.ReceivedOn),
            DemoPlot.InterimKept => life.Assign() && Promise(life, promised, random) && life.Note() && life.Reply(life.InTime()),
            DemoPlot.InterimExtended => life.Assign() && Promise(life, null, random) && life.Promise(life.AfterDue(-1), promised ?? life.AfterDue(random.Next(3, 7))) && life.Reply(life.InTime()),
            DemoPlot.InterimBroken => life.Assign() && Promise(life, promised, random) && life.Reply(life.AfterDue(random.Next(1, 6))),
            DemoPlot.InterimLate => life.Assign(2) && life.Promise(life.AfterDue(1), promised ?? life.AfterDue(random.Next(5, 10))) && life.Reply(life.InTime()),
            DemoPlot.VeryLate => life.Assign(2) && life.Reply(life.AfterDue(random.Next(9, 15))),
            DemoPlot.PromiseRuns => life.Assign() && Promise(life, promised, random),
            DemoPlot.StatuteExtended => life.Assign() && Promise(life, null, random) && life.ExtendStatute(life.AfterDue(-1), random.Next(2, 5)) && life.Reply(life.InTime()),
            DemoPlot.Forwarded => life.Assign() && life.Forward(life.InTime()),
            DemoPlot.Unexamined => life.Assign() && life.Close(life.InTime(), CaseOutcome.LeftUnexamined, life.WhyUnexamined),
            DemoPlot.Withdrawn => life.Assign() && life.Close(life.InTime(), CaseOutcome.NoReplyWanted, "Klients piezvanīja: jautājums atrisinājies, atbilde nav vajadzīga."),
            DemoPlot.Thanked => life.Assign() && (life.Item.Contact.IsAnonymous
                ? life.Close(life.InTime(), CaseOutcome.ThanksPassedOn, null)
                : life.Reply(life.InTime())),
            DemoPlot.LetterRepaired => life.Assign() && life.ReplyThatFails(life.InTime()) && life.RepairFailure(random.Next(1, 3)),
            DemoPlot.LetterFailed => life.Assign() && life.ReplyThatFails(life.InTime()),
            DemoPlot.AnsweredOpen => life.Assign() && life.Reply(life.InTime(), closes: false),
            DemoPlot.WroteAgain => life.Assign() && life.Reply(life.InTime(), closes: false) && life.ClientWrites(life.At.AddHours(random.Next(1, 30))),
            _ => throw new InvalidOperationException($"No play for {plot}"),
        };
        // A turn of the plot that was not possible (no address to fail, no room for a promise) ends in a plain reply.
        if (!played && !life.ReachedPresent && life.Item is { IsOpen: true, HasFailedMessage: false })
            life.Reply(life.InTime());
        if (plot is DemoPlot.Assigned or DemoPlot.Unassigned && random.Next(6) == 0)
            life.ClientWrites(life.At.AddHours(random.Next(1, 20)));
        life.End();
    }

    private static bool Promise(DemoLife life, DateOnly? promised, Random random) =>
        life.Promise(life.InTime(), promised ?? life.AfterDue(random.Next(4, 11)));
}
