namespace ServiceDesk.Application.Protection.Map;

/// <summary>The archive knows numbers, days and kinds of what it keeps, never whose matter it was: so the line may stay when the matter is destroyed.</summary>
internal sealed class ArchiveArea : IPersonalDataArea
{
    private const string Office = "words of the archive about its files, no matter of a person";

    public void Describe(PersonalDataMap map)
    {
        map.Entity("Nomenclature").NotPersonal("Id", "Version", "Year", "State", "BegunAt", "ApprovedAt", "ClosedAt").OfEmployee("BegunBy", "ApprovedById", "ApprovedBy").FreeTextKept(Office, "Agreement");
        map.Entity("ArchiveFile")
            .NotPersonal("Id", "Version", "NomenclatureId", "Year", "Index", "Medium", "Term", "Years", "UnitId", "TopicId", "Takes", "AddedAt", "State", "ClosedOn", "KeptThrough", "LeftOn", "ActNumber")
            .OfEmployee("KeeperId", "AddedBy").FreeTextKept(Office, "Title", "OtherRule", "Basis", "Remarks", "AddedNote");
        map.Entity("FiledItem").NotPersonal("Id", "FileId", "Thing", "RecordId", "Number", "DatedOn", "Kind", "At", "LeftAt", "DestroyedAt", "ActNumber")
            .OfEmployee("ById", "By", "LeftBy").FreeTextKept(Office, "LeftReason");
        map.Entity("ArchiveAct").NotPersonal("Id", "Version", "Kind", "DocumentId", "ListId", "Agreement", "AgreedOn", "MadeAt", "ManifestSha256", "Contents", "CarriedOutAt")
            .OfEmployee("TakerId", "MadeById", "MadeBy", "CarriedOutBy");
        map.Entity("ArchiveActFile").NotPersonal("ActId", "FileId");
    }
}
