namespace ServiceDesk.Application.Protection.Map;

/// <summary>Requests of people about their own data. The register itself proves how they were answered and goes by its own term.</summary>
internal sealed class RequestsArea : IPersonalDataArea
{
    private const string Proof = "proof of how the request was answered (GDPR art. 5(2), 12); goes with the register by its own term";

    public void Describe(PersonalDataMap map)
    {
        map.Entity("PersonRequest").Through("ClientId", PersonalDataMap.Root)
            .NotPersonal("Id", "Version", "RegisterYear", "Sequence", "ClientId", "LetterId")
            .Facts("Number", "Kind", "State", "Channel", "ReceivedOn", "RegisteredAt", "DueOn", "FirstDueOn", "Identity", "AnsweredAt", "AnsweredBy", "Ground")
            .OfClientKept(Proof, "PersonName", "PersonEmail", "PersonAddress")
            .FreeTextKept(Proof, "Wish", "ExtensionReason", "IdentityNote", "Answer");
        map.Entity("PersonRequestStep").Through("RequestId", "PersonRequest")
            .NotPersonal("Id", "RequestId", "Ordinal")
            .Facts("Kind", "At")
            .OfEmployee("ById")
            .OfficeBearer("ByName")
            .FreeTextKept(Proof, "Note");
        map.Entity("PersonCorrection").Through("RequestId", "PersonRequest")
            .NotPersonal("Id", "RequestId", "Ordinal")
            .Facts("Fact", "At")
            .OfEmployee("ById")
            .OfficeBearer("ByName")
            .OfClientKept(Proof, "Was", "Became")
            .FreeTextKept(Proof, "Proof");
    }
}
