namespace ServiceDesk.Application.Protection.Map;

/// <summary>Breaches, the record of processing, notices, retention and consents. Only consents hold a client's data: they go whole.</summary>
internal sealed class ProtectionArea : IPersonalDataArea
{
    private const string Proof = "proof of how the house protects data (GDPR art. 5(2), 33(5)); written without names of the people concerned";

    private const string Office = "record of how the house is run";

    public void Describe(PersonalDataMap map)
    {
        Breaches(map);
        Retention(map);
        map.Entity("ProcessingRecord").NotPersonal("Id", "Version", "Controller", "ControllerContact", "JointControllers").OfEmployee("Officer", "OfficerContact").FreeTextKept(Office, "Security");
        map.Entity("ProcessingEntry").NotPersonal("Id", "Version", "Activity").FreeTextKept(Office, "Processors", "Transfers", "Recipients", "Security", "Remark");
        map.Entity("PrivacyNotice").NotPersonal("Id", "Version", "Point", "Number", "State", "ValidFrom", "WrittenAt", "PublishedAt",
                "Words.ShortLv", "Words.ShortEn", "Words.ShortRu", "Words.BodyLv", "Words.BodyEn", "Words.BodyRu")
            .OfEmployee("WrittenBy", "PublishedBy").FreeTextKept(Office, "Remark");
        map.Entity("ConsentPurpose").NotPersonal("Id", "Version", "Kind", "NameLv", "NameEn", "NameRu", "IsOffered");
        map.Entity("ConsentText").NotPersonal("Id", "PurposeId", "Number", "TextLv", "TextEn", "TextRu", "WrittenAt").OfEmployee("WrittenBy");
        map.Entity("Consent").Through("Email", "ClientReach", target: "Value").RowsDeleted()
            .NotPersonal("Id", "Version", "PurposeId", "TextId")
            .Facts("Language", "State", "Channel", "RequestedAt", "LetterAt", "ConfirmBefore", "ConfirmedAt", "WithdrawnAt", "WithdrawnBy", "EndedOn")
            .OfClient(Erasing.Delete, "Email")
            .Secret(Erasing.Delete, "opens the link of a letter", "ConfirmKey", "WithdrawKey");
    }

    private static void Breaches(PersonalDataMap map)
    {
        map.Entity("DataBreach").NotPersonal("Id", "Version", "RegisterYear", "Sequence", "Number", "Token", "State", "DiscoveredAt", "DueAt", "ReportedAt", "Risk", "Authority", "AuthorityNotifiedAt",
                "AuthorityReference", "Persons", "PersonsNotifiedAt", "ClosedAt", "ClosedOn", "Told.LosesConfidentiality", "Told.LosesIntegrity", "Told.LosesAvailability", "Told.OccurredAt",
                "Told.HasSpecialCategories", "Told.PersonsAffected", "Told.RecordsAffected")
            .OfEmployee("ReportedById", "ReportedBy")
            .FreeTextKept(Proof, "RiskReason", "AuthorityReason", "LateReason", "PersonsReason", "PersonsNotifiedHow", "Told.What", "Told.PersonCategories", "Told.DataCategories", "Told.Consequences", "Told.Measures");
        map.Entity("DataBreachEvent").NotPersonal("Id", "BreachId", "Kind", "At", "Risk", "Decision", "ToldAt").OfEmployee("ById", "By").FreeTextKept(Proof, "Text");
    }

    private static void Retention(PersonalDataMap map)
    {
        map.Entity("RetentionRule").NotPersonal("Id", "Version", "Kind", "Years", "Start", "Basis", "FileIndex");
        map.Entity("RetentionList").NotPersonal("Id", "Version", "RegisterYear", "Sequence", "Number", "State", "ProposedAt", "ApprovedAt", "TakenOverAt", "ActNumber").OfEmployee("ApprovedById", "ApprovedBy");
        map.Entity("RetentionRow").NotPersonal("Id", "ListId", "Kind", "RecordId", "Label", "Quantity", "ClosedOn", "KeptThrough", "Basis", "State", "KeptAt", "NotBefore")
            .OfEmployee("KeptById", "KeptBy").FreeTextKept(Office, "KeptReason");
        map.Entity("LegalHold").NotPersonal("Id", "Version", "Kind", "RecordId", "Label", "PlacedAt", "UntilOn", "LiftedAt").OfEmployee("PlacedById", "PlacedBy", "LiftedBy").FreeTextKept(Office, "Reason", "LiftReason");
    }
}
