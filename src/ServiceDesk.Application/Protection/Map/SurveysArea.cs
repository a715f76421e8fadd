namespace ServiceDesk.Application.Protection.Map;

/// <summary>Surveys. Answers are nobody's: nothing leads from them to a person. Addresses of the invited go when the wave closes.</summary>
internal sealed class SurveysArea : IPersonalDataArea
{
    private const string Nobodys = "answers are anonymous: nothing tells whose they are";

    public void Describe(PersonalDataMap map)
    {
        map.Entity("SurveySeries").NotPersonal("Id", "Version", "Key", "Kind", "Audience", "Title", "CadenceMonths", "StandardId", "Template");
        map.Entity("SurveyWave").NotPersonal("Id", "Version", "SeriesId", "Number", "Key", "State", "Title", "Intro", "Privacy", "OpensOn", "ClosesOn", "PopulationSize", "Modes", "UnitIds",
            "IsStepwise", "Questionnaire", "Edition", "Invited", "Bounced", "ClosedAt", "MixedUntil");
        map.Entity("SurveyEdition").NotPersonal("Id", "WaveId", "Number", "Questionnaire", "Note", "At").OfEmployee("ById", "By");
        map.Entity("SurveyResponse").NotPersonal("Id", "WaveId", "Edition", "Mode", "UnitId", "Language", "SubmittedOn", "Marks", "SheetNumber");
        map.Entity("SurveyText").NotPersonal("Id", "ResponseId", "WaveId", "QuestionNo", "Part").FreeTextKept(Nobodys, "Text");
        map.Entity("SurveyReading").NotPersonal("Id", "ResponseId", "WaveId", "Questions", "Differences", "ReadOn").OfEmployee("ById");
        map.Entity("SurveyInvitation").Through("Email", "ClientReach", target: "Value").RowsDeleted()
            .NotPersonal("Id", "WaveId", "Letters", "LetterId").OfClient(Erasing.Delete, "Email").Facts("Language", "State", "LetterOn")
            .Secret(Erasing.Delete, "opens the questionnaire once", "Hash");
        map.Entity("SurveyDraft").NotPersonal("Id", "WaveId", "SavedOn").FreeTextKept(Nobodys, "Body").Secret(Erasing.Keep, "opens what was kept for later", "Hash");
    }
}
