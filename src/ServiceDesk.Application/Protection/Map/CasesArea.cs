namespace ServiceDesk.Application.Protection.Map;

/// <summary>Cases, letters, drafts, files and what hangs on them. A case stays with its number, days, unit and category; what was said goes.</summary>
internal sealed class CasesArea : IPersonalDataArea
{
    public void Describe(PersonalDataMap map)
    {
        map.Entity("Case").Through("ClientId", PersonalDataMap.Root)
            .NotPersonal("Id", "Version", "ClientId", "RepresentativeId", "RegisterId", "RegisterYear", "Sequence", "SubmissionToken", "TopicId", "UnitId", "ServiceId", "NextRuleId", "NextDueLayer", "DueSort",
                "HasFailedMessage", "OfferedUnitId", "MergedIntoId", "StateBeforeMerge", "HasOtherClient", "SharesLetters", "HiddenFromHead", "DecidedBy", "ChangedAt", "OfferedAt", "LastAnsweredAt", "MergedAt", "PrivacyNoticeId")
            .Facts("Number", "OldNumber", "Kind", "Channel", "Audience", "IsFormal", "Language", "ReceivedAt", "ReceivedOn", "RegisteredAt", "State", "Outcome", "AnsweredAt", "ClosedAt",
                "NextDueOn", "WaitingSince", "WaitingUntilOn", "IsConfidential", "IsAboutPerson", "GistAt", "RevealedOn", "RevealedAt", "DisputedAt", "ReopenedAt", "ForwardedTo", "Contact.UnitMayKnow")
            .OfEmployee("AssigneeId", "RegisteredById", "OfferedById", "OfferedToId")
            .OfClient(Erasing.Clear, "Contact.Name", "Contact.Email", "Contact.Phone", "Contact.Address")
            .FreeText(Erasing.Replace, "Subject", "Place", "OfferReason", "ConfidentialReason", "Gist", "RevealBasis")
            .Secret(Erasing.Replace, "opens the tracking page", "AccessKey");
        map.Entity("CaseEvent").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "Ordinal")
            .Facts("Kind", "At", "Arguments")
            .OfEmployee("ActorId")
            .OfficeBearer("ActorName")
            .FreeText(Erasing.Replace, "Reason");
        map.Entity("Message").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "Ordinal", "CopyOfId")
            .Facts("Direction", "Kind", "WrittenAt", "PromisedOn", "WantedOn", "ClosesWith", "Delivery", "DeliveryState", "SentAt", "Addressee")
            .OfEmployee("AuthorId")
            .OfficeBearer("AuthorName")
            .OfClient(Erasing.Replace, "AddresseeContact")
            .FreeText(Erasing.Replace, "Text", "DeliveryError")
            .FreeText(Erasing.Clear, "Letter");
        map.Entity("Attachment").Through("CaseId", "Case").RowsDeleted()
            .NotPersonal("Id", "CaseId", "MessageId", "Ordinal")
            .Facts("ContentType", "Size")
            .FreeText(Erasing.Delete, "FileName")
            .Secret(Erasing.Delete, "finds the file in the store; the file itself is handed out", "Hash");
        map.Entity("DraftFile").Through("DraftId", "Draft").RowsDeleted()
            .NotPersonal("Id", "DraftId", "Ordinal")
            .Facts("ContentType", "Size")
            .FreeText(Erasing.Delete, "FileName")
            .Secret(Erasing.Delete, "finds the file in the store", "Hash");
        map.Entity("Draft").Through("CaseId", "Case").RowsDeleted()
            .NotPersonal("Id", "CaseId", "Version", "Tab", "IsShared", "UnitId", "ExtendsLaw", "DiscardedAt")
            .Facts("SavedAt", "Delivery", "Outcome", "PromisedOn")
            .OfEmployee("AuthorId", "FormerAuthorId")
            .OfficeBearer("AuthorName")
            .OfClient(Erasing.Delete, "ClientNumber")
            .FreeText(Erasing.Delete, "Salutation", "Body", "NextSteps");
        map.Entity("OutgoingMessage").Through("CaseId", "Case").Through("ConsentId", "Consent")
            .NotPersonal("Id", "CaseId", "ConsentId", "MessageId", "InReplyTo", "NotBefore", "Attempts", "ClaimedUntil", "HoldsSecret")
            .Facts("CreatedAt", "State", "SentAt", "Subject")
            .OfClient(Erasing.Replace, "ToAddress")
            .FreeText(Erasing.Replace, "Body", "LastError");
        map.Entity("CaseLink").Through("FromId", "Case").Through("ToId", "Case")
            .NotPersonal("Id", "FromId", "ToId", "State")
            .Facts("Kind", "At")
            .OfEmployee("ById")
            .OfficeBearer("ByName")
            .FreeText(Erasing.Replace, "Reason");
        map.Entity("CaseReader").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId").OfEmployee("EmployeeId").OfficeBearer("Name");
        map.Entity("CaseSubject").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "NamedAt").OfEmployee("EmployeeId").OfficeBearer("Name");
        map.Entity("CasePass").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "EndsAt").Facts("To", "PassedAt", "UntilOn", "EndedAt").OfEmployee("PassedById").OfficeBearer("PassedByName").FreeText(Erasing.Replace, "Reason");
        map.Entity("CaseOpening").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId").Facts("OpenedAt", "EndsAt", "EndedAt").OfEmployee("AccountId", "OpenedById").OfficeBearer("OpenedByName").FreeText(Erasing.Replace, "Reason");
        map.Entity("CasePresence").NotPersonal("CaseId").OfEmployee("EmployeeId", "SeenAt", "WroteAt");
        map.Entity("Clock").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "RuleId", "StandardId", "StandardVersion", "CalendarVersion", "StartIsCounted", "OriginCaseId", "OriginReceivedAt", "OriginReceivedOn",
                "PreviousClockId", "Precise", "InterimAllowed", "AcknowledgementMeets", "Meets", "DueUntil")
            .Facts("Layer", "Clause", "StartedOn", "DueOn", "State", "SettledAt", "ExtensionCount")
            .OfficeBearer("PromisedByName")
            .FreeText(Erasing.Replace, "Reason");
        map.Entity("Breach").Through("CaseId", "Case")
            .NotPersonal("Id", "Version", "CaseId", "ClockId", "RuleId", "UnitId", "EscalationLevel", "DetectedAt", "ExplainedAt", "ReviewedAt")
            .Facts("Layer", "Clause", "Channel", "DueOn", "BreachedOn", "SettledAt", "State", "Cause")
            .OfEmployee("OwnerId", "ExplainedById", "ReviewedById")
            .FreeText(Erasing.Replace, "Explanation", "Remark");
        map.Entity("Notice").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "Kind", "ReadAt", "CreatedAt").OfEmployee("EmployeeId", "Arguments").FreeText(Erasing.Replace, "Subject");
        map.Entity("BulkLine").Through("CaseId", "Case")
            .NotPersonal("Id", "CaseId", "RunId", "Ordinal", "Result", "SeenVersion", "Arguments").Facts("Number").FreeText(Erasing.Replace, "Reason");
        map.Entity("CaseWords").Through("CaseId", "Case").RowsDeleted()
            .NotPersonal("CaseId").Secret(Erasing.Delete, "words of the case for the search, made anew from what stays", "Words", "Vector");
        map.Entity("ImportRun")
            .NotPersonal("Id", "Kind", "State", "FileName", "Hash", "Size", "IsTrial", "AskedAt", "FinishedAt", "ChangedAt", "Records", "Imported", "AlreadyThere", "Rejected", "Warnings", "Position", "LastRecord", "Fault")
            .OfEmployee("StartedById", "StartedByName");
        map.Entity("ImportLine").NotPersonal("RunId", "Record", "Remark", "Number");
        map.Entity("Register").NotPersonal("Id", "Code", "Index", "Mask", "Name");
        map.Entity("RegisterCounter").NotPersonal("RegisterId", "Year", "Last");
    }
}
