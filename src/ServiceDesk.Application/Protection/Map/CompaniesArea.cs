namespace ServiceDesk.Application.Protection.Map;

/// <summary>
/// Duplicates, merges and the Enterprise Register. The look-up table of companies is a public register as its keeper publishes it and is
/// about no client of ours; a check of a client against it is.
/// </summary>
internal sealed class CompaniesArea : IPersonalDataArea
{
    public void Describe(PersonalDataMap map)
    {
        map.Entity("ClientDuplicate").Through("FirstId", PersonalDataMap.Root).Through("SecondId", PersonalDataMap.Root).RowsDeleted()
            .NotPersonal("Id", "Version", "FirstId", "SecondId").Facts("Points", "Reasons", "State", "FoundAt", "DecidedAt").OfEmployee("DecidedById").OfficeBearer("DecidedByName");
        map.Entity("ClientMerge").Through("SurvivorId", PersonalDataMap.Root).Through("MergedId", PersonalDataMap.Root)
            .NotPersonal("Id", "Version", "SurvivorId", "MergedId").Facts("At", "UndoneAt").OfEmployee("ById", "UndoneById").OfficeBearer("ByName", "UndoneByName");
        map.Entity("MergeChange").Through("MergeId", "ClientMerge").RowsDeleted()
            .NotPersonal("MergeId", "WasRowId").Facts("Field").Secret(Erasing.Delete, "what the card said before and after, which the card itself tells; of a code its hash", "Was", "Became");
        map.Entity("MergedRow").Through("MergeId", "ClientMerge").RowsDeleted().NotPersonal("MergeId", "Part", "RowId", "SourceId", "WasRetiredAt");
        map.Entity("MergeMove").Through("MergeId", "ClientMerge").NotPersonal("MergeId", "Thing", "ThingId");
        map.Entity("CompanyCheck").Through("ClientId", PersonalDataMap.Root).RowsDeleted()
            .NotPersonal("Id", "ClientId").Facts("Standing", "Since", "Warnings", "RegisteredOn", "SourceAt", "At").OfEmployee("ById").OfficeBearer("ByName")
            .OfClient(Erasing.Delete, "Code", "ClientName", "Name", "Form", "Address", "PostalCode");
        map.Entity("Company").NotPersonal("Code", "Name", "ComparedName", "Form", "FormText", "Address", "PostalCode", "RegisteredOn", "TerminatedOn", "Closing", "Fingerprint", "ChangedAt", "GoneAt");
        map.Entity("CompanyProceeding").NotPersonal("Id", "File", "Code", "Kind", "Text", "StartedOn", "EndedOn");
        map.Entity("CompanyImport")
            .NotPersonal("Id", "FileName", "Hash", "Size", "IsTrial", "AskedAt", "ChangedAt", "FinishedAt", "State", "Kind", "Position", "Records", "Added", "Changed", "Unchanged", "Gone", "Rejected", "Warnings", "Fault")
            .OfEmployee("StartedById", "StartedByName");
        map.Entity("CompanyImportLine").NotPersonal("ImportId", "Record", "Number", "Remark");
    }
}
