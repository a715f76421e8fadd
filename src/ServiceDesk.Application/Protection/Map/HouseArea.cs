namespace ServiceDesk.Application.Protection.Map;

/// <summary>What the house keeps of itself: people and accounts, the standard, the catalogue, prepared texts, work lists, jobs. No client's rows.</summary>
internal sealed class HouseArea : IPersonalDataArea
{
    private const string Prepared = "text prepared for anybody, written without personal data";

    private const string Office = "record of how the house is run";

    public void Describe(PersonalDataMap map)
    {
        Staff(map);
        Accounts(map);
        Standard(map);
        Texts(map);
        Work(map);
    }

    private static void Staff(PersonalDataMap map)
    {
        map.Entity("Employee").NotPersonal("Id", "Version", "UnitId", "StandardApplies")
            .OfEmployee("Name", "Surname", "Position", "Email", "Phone", "IsActive", "LastDay", "SuccessorId");
        map.Entity("OrgUnit").NotPersonal("Id", "Version", "ParentId", "Name", "Email", "Phone", "ServesExternalClients", "RetiredAt").OfEmployee("HeadId");
        map.Entity("StandIn").NotPersonal("Id", "Version", "CreatedAt", "EndedAt").OfEmployee("EmployeeId", "SubstituteId", "FromOn", "UntilOn", "CreatedById");
        map.Entity("ChangeRecord").NotPersonal("Id", "At", "Thing", "Key", "Action").OfEmployee("ById", "ByName", "Name", "Before", "After").FreeTextKept(Office, "Reason");
        map.Entity("JobRun").NotPersonal("Name", "Node", "NextRunAt", "ClaimedUntil", "LastStartedAt", "LastFinishedAt", "LastSucceededAt", "LastResult", "LastError");
        map.Entity("ReadRecord").Through("ClientId", PersonalDataMap.Root).Through("Key", "Case", isText: true).Through("Key", "Attachment", isText: true)
            .NotPersonal("Id", "Key", "ClientId")
            .Facts("At", "LastAt", "Times", "Thing", "Label", "Way", "Purpose")
            .OfEmployee("ById")
            .OfficeBearer("ByName")
            .FreeText(Erasing.Replace, "Reason");
    }

    private static void Accounts(PersonalDataMap map)
    {
        const string secret = "opens an account";
        map.Entity("User").NotPersonal("Id", "ConcurrencyStamp", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "LockoutEnd", "AccessFailedCount", "DisabledAt", "EndsOn")
            .OfEmployee("EmployeeId", "DisplayName", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "PhoneNumber", "Language", "LastSignInAt")
            .Secret(Erasing.Keep, secret, "PasswordHash", "SecurityStamp", "LastCode");
        map.Entity("SignInSession").NotPersonal("Id").OfEmployee("UserId", "StartedAt", "SeenAt", "EndedAt", "Browser", "Method");
        map.Entity("AccountLink").NotPersonal("Id", "CreatedAt", "ExpiresAt", "EndedAt", "Invites").OfEmployee("UserId").Secret(Erasing.Keep, secret, "Fingerprint");
        map.Entity("SecondFactorDemand").NotPersonal("Role", "SinceAt");
        map.Entity("DataProtectionKey").NotPersonal("Id", "Name").Secret(Erasing.Keep, "signs cookies and form tokens", "Xml");
        map.Entity("IdentityRole").NotPersonal("Id", "Name", "NormalizedName", "ConcurrencyStamp");
        map.Entity("IdentityRoleClaim").NotPersonal("Id", "RoleId", "ClaimType", "ClaimValue");
        map.Entity("IdentityUserClaim").NotPersonal("Id", "ClaimType").OfEmployee("UserId", "ClaimValue");
        map.Entity("IdentityUserLogin").NotPersonal("LoginProvider").OfEmployee("UserId", "ProviderDisplayName").Secret(Erasing.Keep, secret, "ProviderKey");
        map.Entity("IdentityUserRole").NotPersonal("RoleId").OfEmployee("UserId");
        map.Entity("IdentityUserToken").NotPersonal("LoginProvider", "Name").OfEmployee("UserId").Secret(Erasing.Keep, secret, "Value");
        map.Entity("IdentityUserPasskey").OfEmployee("UserId").Secret(Erasing.Keep, secret, "CredentialId");
        map.Entity("IdentityPasskeyData").OfEmployee("Name", "CreatedAt")
            .NotPersonal("IdentityUserPasskeyCredentialId", "IsBackedUp", "IsBackupEligible", "IsUserVerified", "SignCount", "Transports")
            .Secret(Erasing.Keep, secret, "PublicKey", "AttestationObject", "ClientDataJson");
    }

    private static void Standard(PersonalDataMap map)
    {
        map.Entity("CalendarException").NotPersonal("Id", "On", "Kind", "Opens", "Closes", "Source", "AddedAt", "WithdrawnAt").OfEmployee("AddedBy", "WithdrawnBy").FreeTextKept(Office, "Reason", "WithdrawnReason");
        map.Entity("CalendarProposal").NotPersonal("Id", "Version", "ReadingId", "ExceptionId", "ReadAt", "On", "PairOn", "Kind", "Name", "Source", "SourceKey", "SourceKind", "SourceName",
            "SourceOn", "SourcePairOn", "SourceSource", "NewKind", "NewName", "NewOn", "NewPairOn", "NewSource", "HasDifference", "IsEdited", "State", "DecidedAt").OfEmployee("DecidedBy");
        map.Entity("CalendarReading").NotPersonal("Id", "At", "FileName", "IsICalendar", "Proposed", "Changed", "Known", "Unchanged", "Faults").OfEmployee("By");
        map.Entity("DeadlineChange").NotPersonal("Id", "At", "Kind", "Number", "What").OfEmployee("By").FreeTextKept(Office, "Reason");
        map.Entity("DeadlineSettings").NotPersonal("Id", "Version", "CalendarNumber", "RulesNumber", "RecalculatedCalendarNumber", "RecalculatedRulesNumber", "FollowsCabinetShifts", "Week", "ConfirmedYears");
        map.Entity("StandardVersion").NotPersonal("Id", "StandardId", "Number", "InForceFrom", "Body", "AddedAt").OfEmployee("AddedBy").FreeTextKept(Office, "Reason");
        map.Entity("StatuteRow").NotPersonal("Id", "RuleId", "ValidFrom", "ValidTo", "Body");
    }

    private static void Texts(PersonalDataMap map)
    {
        map.Entity("Institution").NotPersonal("Id", "Name", "Email", "EAddress", "Phone", "IsOffered").FreeTextKept("public contacts of another body", "Note");
        map.Entity("Route").NotPersonal("Id", "Version", "Name", "Order", "IsActive", "Kind", "Channel", "TopicId", "ServiceId", "Places", "UnitId").OfEmployee("AssigneeId");
        map.Entity("Service").NotPersonal("Id", "Version", "TopicId", "UnitId", "NameLv", "NameEn", "NameRu", "Link", "IsOffered");
        map.Entity("Topic").NotPersonal("Id", "Version", "ParentId", "UnitId", "NameLv", "NameEn", "NameRu", "Order", "IsOffered", "IsFallback");
        map.Entity("PreparedText").NotPersonal("Id", "Version", "Shape", "Name", "UnitId", "CaseKind", "RetiredAt");
        map.Entity("LetterTemplate").NotPersonal("Language", "TopicId", "Letter", "State").FreeTextKept(Prepared, "Salutation", "Body", "NextSteps");
        map.Entity("TextModule").NotPersonal("Code").FreeTextKept(Prepared, "TextLv", "TextEn", "TextRu");
        map.Entity("UsefulLink").NotPersonal("Language", "TopicId", "Url");
        map.Entity("DocumentBlock").NotPersonal("Language", "DocumentKind", "Place").FreeTextKept(Prepared, "Body");
        map.Entity("TextEdition").NotPersonal("Id", "TextId", "Number", "At", "Act", "Restored").OfEmployee("ById", "By").FreeTextKept(Prepared, "Content");
    }

    private static void Work(PersonalDataMap map)
    {
        map.Entity("BulkRun").NotPersonal("Id", "Step", "Total", "StartedAt", "FinishedAt", "Outcome", "UnitId", "WithoutEmail").OfEmployee("EmployeeId", "AssigneeId")
            .FreeTextKept("one text for many cases; what each client was sent stands in their case", "Text");
        map.Entity("DeskSettings").OfEmployee("EmployeeId", "SingleKeysOff");
        map.Entity("SavedView").NotPersonal("Id", "Version", "Name", "Sharing", "UnitId", "CreatedAt", "ChangedAt", "DeletedAt").OfEmployee("OwnerId", "OwnerName")
            .FreeTextKept("filters of an employee's list; words of a search are deleted by its owner", "Query");
        map.Entity("ViewPlace").NotPersonal("ViewId", "IsHidden", "Position").OfEmployee("EmployeeId");
    }
}
