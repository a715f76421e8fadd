namespace ServiceDesk.Application.Protection.Map;

/// <summary>The quality loop: what the house does about itself. It is about the work, not about single clients.</summary>
internal sealed class QualityArea : IPersonalDataArea
{
    private const string Work = "record of how the house improves its work; written without names of clients";

    public void Describe(PersonalDataMap map)
    {
        map.Entity("Improvement")
            .NotPersonal("Id", "Version", "RegisterYear", "Sequence", "Number", "Token", "State", "Source.Origin", "Source.ThingId", "Source.Screen", "UnitId", "IsRestricted", "ProposedAt", "DueOn", "DoneOn",
                "CheckOn", "Measured", "ClosedOn", "Plan.Measure", "Plan.Baseline", "Plan.Target", "Plan.WatchKey", "Public.IsShown", "Public.Lv", "Public.En", "Public.Ru")
            .OfEmployee("ProposedById", "ProposedBy", "AgreedById", "OwnerId")
            .FreeTextKept(Work, "Source.Label", "Plan.Title", "Plan.Why", "Plan.Goal", "Plan.Steps", "Done", "Finding");
        map.Entity("ImprovementEvent").NotPersonal("Id", "ImprovementId", "Kind", "At", "Day").OfEmployee("ById", "By").FreeTextKept(Work, "Text");
        map.Entity("ImprovementEvidence").NotPersonal("Id", "ImprovementId", "ContentType", "Size", "Hash", "AddedAt").OfEmployee("AddedBy").FreeTextKept(Work, "Caption", "Address", "FileName");
    }
}
