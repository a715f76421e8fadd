using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceDesk.Infrastructure.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FilesAndSurveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DocumentKind",
                table: "PreparedTexts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "PreparedTexts",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "UntilOn",
                table: "LegalHolds",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArchiveActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Agreement = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakerId = table.Column<Guid>(type: "uuid", nullable: true),
                    ListId = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ManifestSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Contents = table.Column<int>(type: "integer", nullable: false),
                    CarriedOutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CarriedOutBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveActs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArchiveActs_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArchiveActs_RetentionLists_ListId",
                        column: x => x.ListId,
                        principalTable: "RetentionLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimCourses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IsOurs = table.Column<bool>(type: "boolean", nullable: false),
                    PartyName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Total = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    Settled = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DisputableUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimCourses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimCourses_Documents_Id",
                        column: x => x.Id,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentRoutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsParallel = table.Column<bool>(type: "boolean", nullable: false),
                    IsMandatory = table.Column<bool>(type: "boolean", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRoutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentRoutes_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Improvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    RegisterYear = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Token = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsRestricted = table.Column<bool>(type: "boolean", nullable: false),
                    ProposedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AgreedById = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Done = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Measured = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Finding = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Plan_Baseline = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Plan_Goal = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Plan_Measure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Plan_Steps = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Plan_Target = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Plan_Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Plan_WatchKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Plan_Why = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Public_En = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Public_IsShown = table.Column<bool>(type: "boolean", nullable: false),
                    Public_Lv = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Public_Ru = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Source_Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Source_Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source_Screen = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Source_ThingId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Improvements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Nomenclatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BegunBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    BegunAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Agreement = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ApprovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nomenclatures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurveySeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(36000)", maxLength: 36000, nullable: false),
                    CadenceMonths = table.Column<int>(type: "integer", nullable: true),
                    StandardId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Template = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveySeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClaimSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Amount = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    SettleBy = table.Column<DateOnly>(type: "date", nullable: true),
                    Forum = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimSteps_ClaimCourses_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ClaimCourses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentRouteAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RouteId = table.Column<Guid>(type: "uuid", nullable: false),
                    StepId = table.Column<Guid>(type: "uuid", nullable: false),
                    Task = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsApproved = table.Column<bool>(type: "boolean", nullable: false),
                    Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    VoidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRouteAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentRouteAnswers_DocumentRoutes_RouteId",
                        column: x => x.RouteId,
                        principalTable: "DocumentRoutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DocumentRouteSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RouteId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    EmployeeId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsForHead = table.Column<bool>(type: "boolean", nullable: false),
                    Task = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReachedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRouteSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentRouteSteps_DocumentRoutes_RouteId",
                        column: x => x.RouteId,
                        principalTable: "DocumentRoutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DocumentRouteSteps_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_DocumentRouteSteps_Employees_EmployeeId",
                        column: x => x.EmployeeId,
                        principalTable: "Employees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentRouteSteps_OrgUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImprovementEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ImprovementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImprovementEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImprovementEvents_Improvements_ImprovementId",
                        column: x => x.ImprovementId,
                        principalTable: "Improvements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImprovementEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ImprovementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Caption = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Size = table.Column<long>(type: "bigint", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImprovementEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImprovementEvidence_Improvements_ImprovementId",
                        column: x => x.ImprovementId,
                        principalTable: "Improvements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ArchiveFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    NomenclatureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Index = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Medium = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Term = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Years = table.Column<int>(type: "integer", nullable: true),
                    OtherRule = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeeperId = table.Column<Guid>(type: "uuid", nullable: true),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: true),
                    Remarks = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Takes = table.Column<string[]>(type: "text[]", maxLength: 2000, nullable: false),
                    AddedNote = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    AddedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    KeptThrough = table.Column<DateOnly>(type: "date", nullable: true),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ActNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ArchiveFiles_Nomenclatures_NomenclatureId",
                        column: x => x.NomenclatureId,
                        principalTable: "Nomenclatures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ArchiveFiles_OrgUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyWaves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(36000)", maxLength: 36000, nullable: false),
                    Intro = table.Column<string>(type: "character varying(36000)", maxLength: 36000, nullable: false),
                    Privacy = table.Column<string>(type: "character varying(36000)", maxLength: 36000, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PopulationSize = table.Column<int>(type: "integer", nullable: true),
                    Modes = table.Column<string[]>(type: "text[]", maxLength: 400, nullable: false),
                    UnitIds = table.Column<Guid[]>(type: "uuid[]", maxLength: 8000, nullable: false),
                    IsStepwise = table.Column<bool>(type: "boolean", nullable: false),
                    Questionnaire = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Invited = table.Column<int>(type: "integer", nullable: false),
                    Bounced = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MixedUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyWaves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyWaves_SurveySeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "SurveySeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArchiveActFiles",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArchiveActFiles", x => new { x.ActId, x.FileId });
                    table.ForeignKey(
                        name: "FK_ArchiveActFiles_ArchiveActs_ActId",
                        column: x => x.ActId,
                        principalTable: "ArchiveActs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ArchiveActFiles_ArchiveFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ArchiveFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FiledItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Thing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeftBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LeftReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DestroyedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ActNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FiledItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FiledItems_ArchiveFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ArchiveFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WaveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    SavedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyDrafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyDrafts_SurveyWaves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "SurveyWaves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyEditions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WaveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Questionnaire = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyEditions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyEditions_SurveyWaves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "SurveyWaves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WaveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Letters = table.Column<int>(type: "integer", nullable: false),
                    LetterOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyInvitations_SurveyWaves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "SurveyWaves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyResponses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WaveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Marks = table.Column<string>(type: "character varying(8000)", unicode: false, maxLength: 8000, nullable: false),
                    SheetNumber = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyResponses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyResponses_OrgUnits_UnitId",
                        column: x => x.UnitId,
                        principalTable: "OrgUnits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyResponses_SurveyWaves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "SurveyWaves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResponseId = table.Column<Guid>(type: "uuid", nullable: false),
                    WaveId = table.Column<Guid>(type: "uuid", nullable: false),
                    Questions = table.Column<int>(type: "integer", nullable: false),
                    Differences = table.Column<int>(type: "integer", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReadOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyReadings_SurveyResponses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "SurveyResponses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyTexts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ResponseId = table.Column<Guid>(type: "uuid", nullable: false),
                    WaveId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuestionNo = table.Column<int>(type: "integer", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyTexts_SurveyResponses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "SurveyResponses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveActFiles_FileId",
                table: "ArchiveActFiles",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveActs_DocumentId",
                table: "ArchiveActs",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveActs_ListId",
                table: "ArchiveActs",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveActs_MadeAt",
                table: "ArchiveActs",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveFiles_NomenclatureId_Index",
                table: "ArchiveFiles",
                columns: new[] { "NomenclatureId", "Index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveFiles_State_KeptThrough",
                table: "ArchiveFiles",
                columns: new[] { "State", "KeptThrough" });

            migrationBuilder.CreateIndex(
                name: "IX_ArchiveFiles_UnitId",
                table: "ArchiveFiles",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimCourses_State_DueOn",
                table: "ClaimCourses",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimSteps_ClaimId_Order",
                table: "ClaimSteps",
                columns: new[] { "ClaimId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRouteAnswers_RouteId",
                table: "DocumentRouteAnswers",
                column: "RouteId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRoutes_ById_State",
                table: "DocumentRoutes",
                columns: new[] { "ById", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRoutes_DocumentId",
                table: "DocumentRoutes",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRouteSteps_DocumentId",
                table: "DocumentRouteSteps",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRouteSteps_EmployeeId_State",
                table: "DocumentRouteSteps",
                columns: new[] { "EmployeeId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRouteSteps_RouteId",
                table: "DocumentRouteSteps",
                column: "RouteId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRouteSteps_State_DueOn",
                table: "DocumentRouteSteps",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRouteSteps_UnitId_State",
                table: "DocumentRouteSteps",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_FiledItems_FileId_DatedOn_Id",
                table: "FiledItems",
                columns: new[] { "FileId", "DatedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FiledItems_Lying",
                table: "FiledItems",
                column: "RecordId",
                unique: true,
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FiledItems_RecordId",
                table: "FiledItems",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementEvents_ImprovementId_At",
                table: "ImprovementEvents",
                columns: new[] { "ImprovementId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementEvidence_Hash",
                table: "ImprovementEvidence",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_ImprovementEvidence_ImprovementId",
                table: "ImprovementEvidence",
                column: "ImprovementId");

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_Number",
                table: "Improvements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_OwnerId",
                table: "Improvements",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_State_DueOn",
                table: "Improvements",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_Token",
                table: "Improvements",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Improvements_UnitId_State",
                table: "Improvements",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Nomenclatures_Year",
                table: "Nomenclatures",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyDrafts_Hash",
                table: "SurveyDrafts",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyDrafts_SavedOn",
                table: "SurveyDrafts",
                column: "SavedOn");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyDrafts_WaveId",
                table: "SurveyDrafts",
                column: "WaveId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyEditions_WaveId_Number",
                table: "SurveyEditions",
                columns: new[] { "WaveId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_Hash",
                table: "SurveyInvitations",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyInvitations_WaveId_Email",
                table: "SurveyInvitations",
                columns: new[] { "WaveId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyReadings_ResponseId",
                table: "SurveyReadings",
                column: "ResponseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyReadings_WaveId",
                table: "SurveyReadings",
                column: "WaveId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_UnitId",
                table: "SurveyResponses",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_WaveId_SheetNumber",
                table: "SurveyResponses",
                columns: new[] { "WaveId", "SheetNumber" },
                unique: true,
                filter: "\"SheetNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_WaveId_SubmittedOn",
                table: "SurveyResponses",
                columns: new[] { "WaveId", "SubmittedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveySeries_Key",
                table: "SurveySeries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyTexts_ResponseId",
                table: "SurveyTexts",
                column: "ResponseId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyTexts_WaveId_QuestionNo",
                table: "SurveyTexts",
                columns: new[] { "WaveId", "QuestionNo" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyWaves_Key",
                table: "SurveyWaves",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyWaves_SeriesId_Number",
                table: "SurveyWaves",
                columns: new[] { "SeriesId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyWaves_State_ClosesOn",
                table: "SurveyWaves",
                columns: new[] { "State", "ClosesOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArchiveActFiles");

            migrationBuilder.DropTable(
                name: "ClaimSteps");

            migrationBuilder.DropTable(
                name: "DocumentRouteAnswers");

            migrationBuilder.DropTable(
                name: "DocumentRouteSteps");

            migrationBuilder.DropTable(
                name: "FiledItems");

            migrationBuilder.DropTable(
                name: "ImprovementEvents");

            migrationBuilder.DropTable(
                name: "ImprovementEvidence");

            migrationBuilder.DropTable(
                name: "SurveyDrafts");

            migrationBuilder.DropTable(
                name: "SurveyEditions");

            migrationBuilder.DropTable(
                name: "SurveyInvitations");

            migrationBuilder.DropTable(
                name: "SurveyReadings");

            migrationBuilder.DropTable(
                name: "SurveyTexts");

            migrationBuilder.DropTable(
                name: "ArchiveActs");

            migrationBuilder.DropTable(
                name: "ClaimCourses");

            migrationBuilder.DropTable(
                name: "DocumentRoutes");

            migrationBuilder.DropTable(
                name: "ArchiveFiles");

            migrationBuilder.DropTable(
                name: "Improvements");

            migrationBuilder.DropTable(
                name: "SurveyResponses");

            migrationBuilder.DropTable(
                name: "Nomenclatures");

            migrationBuilder.DropTable(
                name: "SurveyWaves");

            migrationBuilder.DropTable(
                name: "SurveySeries");

            migrationBuilder.DropColumn(
                name: "DocumentKind",
                table: "PreparedTexts");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "PreparedTexts");

            migrationBuilder.DropColumn(
                name: "UntilOn",
                table: "LegalHolds");
        }
    }
}
