namespace ServiceDesk.Application.Protection.Map;

/// <summary>Documents of the house. What is registered is kept whole for the term of its file: an erased letter would be another letter.</summary>
internal sealed class DocumentsArea : IPersonalDataArea
{
    private const string Kept = "documents are kept whole for the term of their file (Archives Law; GDPR art. 17(3)(b) and (e))";

    public void Describe(PersonalDataMap map)
    {
        map.Entity("Document").Through("ClientId", PersonalDataMap.Root).Through("CaseId", "Case")
            .NotPersonal("Id", "Version", "UnitId", "CaseId", "ClientId", "RegisterId", "RegisterYear", "Sequence", "SupersededById", "ReplacesId", "ChangedAt")
            .Facts("Kind", "State", "Language", "IsSignedElectronically", "Access", "AccessBasis", "AccessUntil", "Number", "DatedOn", "SignedBy", "SignedOn", "CreatedAt")
            .OfEmployee("AuthorId", "SignatoryId")
            .OfficeBearer("Author", "SignatoryName", "SignatoryPost")
            .FreeTextKept(Kept, "Subject", "Content", "Text");
        map.Entity("DocumentEdition").Through("DocumentId", "Document")
            .NotPersonal("Id", "DocumentId").Facts("Number", "At").OfEmployee("ById").OfficeBearer("By").FreeTextKept(Kept, "Subject", "Content", "Reason");
        map.Entity("DocumentFile").Through("DocumentId", "Document")
            .NotPersonal("Id", "DocumentId", "Edition").Facts("Role", "ContentType", "Size", "At").OfEmployee("ById").OfficeBearer("By").FreeTextKept(Kept, "FileName")
            .Secret(Erasing.Keep, "finds the file in the store; the file itself is handed out", "Hash");
        map.Entity("DocumentEvent").Through("DocumentId", "Document")
            .NotPersonal("Id", "DocumentId", "Ordinal").Facts("Kind", "At", "Arguments").OfEmployee("ById").OfficeBearer("By").FreeTextKept(Kept, "Text");
        map.Entity("Contract").Through("Id", "Document")
            .NotPersonal("Id", "Version").Facts("Total", "StartsOn", "EndsOn", "WrittenEndsOn", "ApprovalSince", "TerminatedOn").OfEmployee("OwnerId").FreeTextKept(Kept, "PartyName", "TerminationReason");
        map.Entity("ContractVisa").Through("ContractId", "Contract")
            .NotPersonal("Id", "ContractId").Facts("Field", "IsApproved", "At").OfEmployee("PersonId").OfficeBearer("Name").FreeTextKept(Kept, "Remark");
        map.Entity("ContractObligation").Through("ContractId", "Contract")
            .NotPersonal("Id", "ContractId").Facts("DueOn", "DoneOn").OfEmployee("OwnerId").OfficeBearer("DoneBy").FreeTextKept(Kept, "Text");
        map.Entity("ContractPaper").Through("ContractId", "Contract").NotPersonal("DocumentId", "ContractId", "IsInForce").Facts("StartsOn", "NewEndsOn");
        map.Entity("ClaimCourse").Through("Id", "Document")
            .NotPersonal("Id", "Version", "IsOurs").Facts("Total", "Settled", "State", "DueOn", "SentOn", "DisputableUntil").FreeTextKept(Kept, "PartyName");
        map.Entity("ClaimStep").Through("ClaimId", "ClaimCourse")
            .NotPersonal("Id", "ClaimId", "Order").Facts("Kind", "On", "Decision", "Amount", "SettleBy", "Forum", "At").OfficeBearer("By").FreeTextKept(Kept, "Number", "Text");
        map.Entity("DocumentRoute").Through("DocumentId", "Document")
            .NotPersonal("Id", "Version", "DocumentId", "Fingerprint").Facts("State", "IsParallel", "IsMandatory", "StartedAt", "EndedAt").OfEmployee("ById").OfficeBearer("By").FreeTextKept(Kept, "Note", "Reason");
        map.Entity("RouteStep").Through("RouteId", "DocumentRoute")
            .NotPersonal("Id", "RouteId", "DocumentId", "UnitId").Facts("Place", "IsForHead", "Task", "Days", "State", "ReachedAt", "DueOn").OfEmployee("EmployeeId");
        map.Entity("RouteAnswer").Through("RouteId", "DocumentRoute")
            .NotPersonal("Id", "RouteId", "StepId").Facts("Task", "IsApproved", "At", "VoidedAt").OfEmployee("ById").OfficeBearer("By").FreeTextKept(Kept, "Remark");
        map.Entity("DocumentWord").Through("DocumentId", "Document")
            .NotPersonal("DocumentId").Secret(Erasing.Keep, "words of the content above, folded for looking it up", "Word");
    }
}
