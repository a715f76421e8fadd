namespace ServiceDesk.Application.Protection.Map;

/// <summary>Cards of clients. An erased card stays as an empty place to which cases point, without anything about anybody.</summary>
internal sealed class ClientsArea : IPersonalDataArea
{
    public void Describe(PersonalDataMap map)
    {
        map.Entity(PersonalDataMap.Root)
            .NotPersonal("Id", "Version", "State", "MergedIntoId", "ChangedAt", "VatByCode")
            .Facts("Kind", "Language", "PreferredChannel", "HeardFrom", "CreatedAt", "RestrictedAt")
            .OfEmployee("CreatedById", "EmployeeId")
            .OfClient(Erasing.Replace, "Name")
            .OfClient(Erasing.Clear, "BirthDate", "RegistrationNumber", "VatNumber", "LegalForm")
            .FreeText(Erasing.Replace, "RestrictedReason")
            .Secret(Erasing.Clear, "the name as lists sort it", "SortKey");
        Part(map, "ClientName").Facts("Kind", "From", "To").OfClient(Erasing.Delete, "Name");
        Part(map, "ClientReach").Facts("Kind", "IsPrimary", "RetiredAt").OfClient(Erasing.Delete, "Value", "Written", "Label");
        Part(map, "ClientAddress").Facts("Kind", "AddedAt", "RetiredAt")
            .OfClient(Erasing.Delete, "Line", "Addressee", "Elements.Municipality", "Elements.Town", "Elements.Parish", "Elements.Village", "Elements.Street", "Elements.House", "Elements.HouseName",
                "Elements.Flat", "Elements.PostalCode", "Elements.Country", "Elements.RegisterCode", "Elements.Free");
        Part(map, "ClientCode").Facts("AddedAt", "RetiredAt").OfClient(Erasing.Delete, "LastFour")
            .Secret(Erasing.Delete, "the code is handed out in full, read from here", "Cipher").Secret(Erasing.Delete, "finds a code by its exact value", "Hash");
        Part(map, "ClientRepresentative").NotPersonal("RepresentativeId").Facts("Scope", "From", "To", "EndedAt").FreeText(Erasing.Delete, "Document");
        Part(map, "ClientGroup").NotPersonal("GroupId").Facts("JoinedAt", "LeftAt").OfClient(Erasing.Delete, "GroupName");
        Part(map, "ClientNote").Facts("At").OfEmployee("AuthorId").OfficeBearer("AuthorName").FreeText(Erasing.Delete, "Text");
        map.Entity("ClientEvent").Through("ClientId", PersonalDataMap.Root)
            .NotPersonal("Id", "ClientId", "Ordinal").Facts("Kind", "Field", "At").OfEmployee("ActorId").OfficeBearer("ActorName").FreeText(Erasing.Replace, "Was", "Became", "Reason");
        map.Entity("ClientWord").Through("ClientId", PersonalDataMap.Root).RowsDeleted()
            .NotPersonal("ClientId").Secret(Erasing.Delete, "words of the card by which it is found, made anew from what stays", "Word", "Written", "Sort");
        map.Entity("TargetGroup").NotPersonal("Id", "Code", "Name", "NameEn", "NameRu", "Order", "IsOffered", "Version");
        map.Entity("LookupKey").NotPersonal("Name", "MadeAt").Secret(Erasing.Keep, "makes the hashes codes are found by", "Protected");
    }

    private static MappedEntity Part(PersonalDataMap map, string name) =>
        map.Entity(name).Through("ClientId", PersonalDataMap.Root).RowsDeleted().NotPersonal("Id", "ClientId");
}
