using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceDesk.Infrastructure.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsOffered",
                table: "TargetGroups",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "TargetGroups",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "ConsentId",
                table: "Outbox",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "ImportRuns",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Cases");

            migrationBuilder.AddColumn<Guid>(
                name: "PrivacyNoticeId",
                table: "Cases",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClientWords",
                columns: table => new
                {
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(61)", maxLength: 61, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Written = table.Column<string>(type: "nvarchar(61)", maxLength: 61, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Sort = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientWords", x => new { x.ClientId, x.Word, x.Written });
                    table.ForeignKey(
                        name: "FK_ClientWords_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConsentPurposes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NameLv = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    IsOffered = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentPurposes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataBreaches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    RegisterYear = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Token = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DiscoveredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReportedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReportedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Risk = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RiskReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Authority = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AuthorityReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    AuthorityNotifiedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    AuthorityReference = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    LateReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Persons = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PersonsReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PersonsNotifiedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    PersonsNotifiedHow = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Told_Consequences = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Told_DataCategories = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Told_HasSpecialCategories = table.Column<bool>(type: "bit", nullable: false),
                    Told_LosesAvailability = table.Column<bool>(type: "bit", nullable: false),
                    Told_LosesConfidentiality = table.Column<bool>(type: "bit", nullable: false),
                    Told_LosesIntegrity = table.Column<bool>(type: "bit", nullable: false),
                    Told_Measures = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Told_OccurredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Told_PersonCategories = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Told_PersonsAffected = table.Column<int>(type: "int", nullable: true),
                    Told_RecordsAffected = table.Column<int>(type: "int", nullable: true),
                    Told_What = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataBreaches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Author = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SignatoryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SignatoryName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SignatoryPost = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    IsSignedElectronically = table.Column<bool>(type: "bit", nullable: false),
                    Access = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AccessBasis = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AccessUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    RegisterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RegisterYear = table.Column<int>(type: "int", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: true),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SupersededById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Documents_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Documents_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Documents_SupersededById",
                        column: x => x.SupersededById,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_OrgUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Registers_RegisterId",
                        column: x => x.RegisterId,
                        principalTable: "Registers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    PlacedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PlacedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PlacedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LiftedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    LiftReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fact = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Was = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Became = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Proof = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Ordinal = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonCorrections_PersonRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "PersonRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Point = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    WrittenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Words_BodyEn = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Words_BodyLv = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Words_BodyRu = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Words_ShortEn = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    Words_ShortLv = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    Words_ShortRu = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProcessingEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Activity = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Processors = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Transfers = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Recipients = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Security = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessingEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProcessingRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Controller = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ControllerContact = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Officer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OfficerContact = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    JointControllers = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Security = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessingRecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RetentionLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    RegisterYear = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    TakenOverAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ActNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Years = table.Column<int>(type: "int", nullable: true),
                    Start = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    FileIndex = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsentTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PurposeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    TextLv = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    TextRu = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    WrittenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsentTexts_ConsentPurposes_PurposeId",
                        column: x => x.PurposeId,
                        principalTable: "ConsentPurposes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DataBreachEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BreachId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Risk = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataBreachEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DataBreachEvents_DataBreaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "DataBreaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    PartyName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Total = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovalSince = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    TerminatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TerminationReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    WrittenEndsOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contracts_Documents_Id",
                        column: x => x.Id,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Contracts_Employees_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentEditions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Arguments = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentEvents_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentFiles_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentWords",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentWords", x => new { x.DocumentId, x.Word });
                    table.ForeignKey(
                        name: "FK_DocumentWords_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    KeptThrough = table.Column<DateOnly>(type: "date", nullable: false),
                    Basis = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    KeptReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    KeptById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    KeptBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    KeptAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    NotBefore = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetentionRows_RetentionLists_ListId",
                        column: x => x.ListId,
                        principalTable: "RetentionLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    PurposeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TextId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ConfirmKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    WithdrawKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LetterAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ConfirmBefore = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_ConsentPurposes_PurposeId",
                        column: x => x.PurposeId,
                        principalTable: "ConsentPurposes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_ConsentTexts_TextId",
                        column: x => x.TextId,
                        principalTable: "ConsentTexts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContractObligations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractObligations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContractObligations_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContractPapers",
                columns: table => new
                {
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsInForce = table.Column<bool>(type: "bit", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NewEndsOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractPapers", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_ContractPapers_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContractPapers_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ContractVisas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsApproved = table.Column<bool>(type: "bit", nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContractVisas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContractVisas_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ConsentId",
                table: "Outbox",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_PrivacyNoticeId",
                table: "Cases",
                column: "PrivacyNoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientWords_Word_Sort_ClientId",
                table: "ClientWords",
                columns: new[] { "Word", "Sort", "ClientId" })
                .Annotation("SqlServer:Include", new[] { "Written" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ConfirmKey",
                table: "Consents",
                column: "ConfirmKey");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_Email_State",
                table: "Consents",
                columns: new[] { "Email", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_PurposeId_Email",
                table: "Consents",
                columns: new[] { "PurposeId", "Email" },
                unique: true,
                filter: "\"State\" IN ('Requested', 'Active')");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_PurposeId_State_EndedOn",
                table: "Consents",
                columns: new[] { "PurposeId", "State", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TextId",
                table: "Consents",
                column: "TextId");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_WithdrawKey",
                table: "Consents",
                column: "WithdrawKey");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentTexts_PurposeId_Number",
                table: "ConsentTexts",
                columns: new[] { "PurposeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContractObligations_ContractId",
                table: "ContractObligations",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_ContractObligations_DoneOn_DueOn",
                table: "ContractObligations",
                columns: new[] { "DoneOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ContractPapers_ContractId",
                table: "ContractPapers",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_EndsOn",
                table: "Contracts",
                column: "EndsOn");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_OwnerId",
                table: "Contracts",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ContractVisas_ContractId",
                table: "ContractVisas",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_DataBreaches_Number",
                table: "DataBreaches",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DataBreaches_State_DueAt",
                table: "DataBreaches",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DataBreaches_Token",
                table: "DataBreaches",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DataBreachEvents_BreachId_At",
                table: "DataBreachEvents",
                columns: new[] { "BreachId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentEditions_DocumentId_Number",
                table: "DocumentEditions",
                columns: new[] { "DocumentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentEvents_DocumentId_Ordinal",
                table: "DocumentEvents",
                columns: new[] { "DocumentId", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentFiles_DocumentId",
                table: "DocumentFiles",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentFiles_Hash",
                table: "DocumentFiles",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_AuthorId",
                table: "Documents",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_CaseId",
                table: "Documents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ChangedAt_Id",
                table: "Documents",
                columns: new[] { "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ClientId",
                table: "Documents",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Kind_State_ChangedAt",
                table: "Documents",
                columns: new[] { "Kind", "State", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_RegisterId_RegisterYear_Sequence",
                table: "Documents",
                columns: new[] { "RegisterId", "RegisterYear", "Sequence" },
                unique: true,
                filter: "[RegisterId] IS NOT NULL AND [RegisterYear] IS NOT NULL AND [Sequence] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ReplacesId",
                table: "Documents",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_SignatoryId",
                table: "Documents",
                column: "SignatoryId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_SupersededById",
                table: "Documents",
                column: "SupersededById");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_UnitId_ChangedAt",
                table: "Documents",
                columns: new[] { "UnitId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentWords_Word_DocumentId",
                table: "DocumentWords",
                columns: new[] { "Word", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_Kind_RecordId",
                table: "LegalHolds",
                columns: new[] { "Kind", "RecordId" },
                unique: true,
                filter: "\"LiftedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PersonCorrections_RequestId_Ordinal",
                table: "PersonCorrections",
                columns: new[] { "RequestId", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyNotices_Point_Number",
                table: "PrivacyNotices",
                columns: new[] { "Point", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProcessingEntries_Activity",
                table: "ProcessingEntries",
                column: "Activity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionLists_Number",
                table: "RetentionLists",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionLists_State",
                table: "RetentionLists",
                column: "State",
                unique: true,
                filter: "\"State\" = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRows_Kind_RecordId",
                table: "RetentionRows",
                columns: new[] { "Kind", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRows_ListId_Kind_RecordId",
                table: "RetentionRows",
                columns: new[] { "ListId", "Kind", "RecordId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRows_ListId_State_Kind_Label",
                table: "RetentionRows",
                columns: new[] { "ListId", "State", "Kind", "Label" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRules_Kind",
                table: "RetentionRules",
                column: "Kind",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Cases_PrivacyNotices_PrivacyNoticeId",
                table: "Cases",
                column: "PrivacyNoticeId",
                principalTable: "PrivacyNotices",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Cases_PrivacyNotices_PrivacyNoticeId",
                table: "Cases");

            migrationBuilder.DropTable(
                name: "ClientWords");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ContractObligations");

            migrationBuilder.DropTable(
                name: "ContractPapers");

            migrationBuilder.DropTable(
                name: "ContractVisas");

            migrationBuilder.DropTable(
                name: "DataBreachEvents");

            migrationBuilder.DropTable(
                name: "DocumentEditions");

            migrationBuilder.DropTable(
                name: "DocumentEvents");

            migrationBuilder.DropTable(
                name: "DocumentFiles");

            migrationBuilder.DropTable(
                name: "DocumentWords");

            migrationBuilder.DropTable(
                name: "LegalHolds");

            migrationBuilder.DropTable(
                name: "PersonCorrections");

            migrationBuilder.DropTable(
                name: "PrivacyNotices");

            migrationBuilder.DropTable(
                name: "ProcessingEntries");

            migrationBuilder.DropTable(
                name: "ProcessingRecord");

            migrationBuilder.DropTable(
                name: "RetentionRows");

            migrationBuilder.DropTable(
                name: "RetentionRules");

            migrationBuilder.DropTable(
                name: "ConsentTexts");

            migrationBuilder.DropTable(
                name: "Contracts");

            migrationBuilder.DropTable(
                name: "DataBreaches");

            migrationBuilder.DropTable(
                name: "RetentionLists");

            migrationBuilder.DropTable(
                name: "ConsentPurposes");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ConsentId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Cases_PrivacyNoticeId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsOffered",
                table: "TargetGroups");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "TargetGroups");

            migrationBuilder.DropColumn(
                name: "ConsentId",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "ImportRuns");

            migrationBuilder.DropColumn(
                name: "PrivacyNoticeId",
                table: "Cases");
        }
    }
}
