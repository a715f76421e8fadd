using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Domain.Cases;

/// <content>Internal requests: a colleague is asked in a case of its own, and answers into the one the question came from.</content>
public sealed partial class Case
{
    /// <summary>The asker lets the colleague read the letters of the case the question is about; of an internal request only.</summary>
    public bool SharesLetters { get; private set; }

    /// <summary>The asker's leave to read the letters of the case the question is about.</summary>
    public void ShareLetters() => SharesLetters = true;

    /// <summary>The answer of a colleague, read in the house only. No clock of this case is touched; also a closed case takes it.</summary>
    /// <param name="number">Number of the internal request.</param>
    /// <param name="text">The answer.</param>
    /// <param name="files">Files already stored.</param>
    /// <param name="by">Who answered.</param>
    /// <param name="at">When, UTC.</param>
    public Message AddColleagueAnswer(string number, string text, IEnumerable<AttachedFile> files, Actor by, DateTimeOffset at)
    {
        var answer = new Message(Id, MessageKind.ColleagueAnswer, by, at, text, files);
        AddOnce(answer);
        Log(CaseEventKind.ColleagueAnswered, by, at, null, number);
        return answer;
    }
}
