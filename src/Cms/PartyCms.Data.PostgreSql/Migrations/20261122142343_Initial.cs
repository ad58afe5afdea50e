using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PartyCms.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_accounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_api_clients",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ClientId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    PreviousSecretHash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PreviousSecretUntilUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Generation = table.Column<int>(type: "integer", nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastUsedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_api_clients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OccurredUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SubjectId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ActorId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ActorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OnBehalfOf = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_corrections",
                columns: table => new
                {
                    NoticeId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CorrectedId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_corrections", x => x.NoticeId);
                });

            migrationBuilder.CreateTable(
                name: "content_definitions",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    IsPart = table.Column<bool>(type: "boolean", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    ChangedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_definitions", x => new { x.IsPart, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "content_items",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemVersionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    DisplayText = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    Latest = table.Column<bool>(type: "boolean", nullable: false),
                    Published = table.Column<bool>(type: "boolean", nullable: false),
                    ModifiedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Owner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Author = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Path = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    ContainerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Alias = table.Column<string>(type: "character varying(735)", maxLength: 735, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Data = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "content_redirects",
                columns: table => new
                {
                    Path = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Target = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    IsManual = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_redirects", x => x.Path);
                });

            migrationBuilder.CreateTable(
                name: "content_schedules",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Act = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SetBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    SetUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotBeforeUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_schedules", x => new { x.ContentItemId, x.Act });
                });

            migrationBuilder.CreateTable(
                name: "content_summaries",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemVersionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    CoverPath = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    CoverAlt = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    Column = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Facet = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ContainerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Path = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    PublishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ModifiedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IsPinned = table.Column<bool>(type: "boolean", nullable: false),
                    PinnedUntilUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PinnedOrder = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_summaries", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "content_tombstones",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Path = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PublishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_tombstones", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "contents_columns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Slug = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Description = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    FreshDays = table.Column<int>(type: "integer", nullable: true),
                    OwnerUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerRole = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Contact = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    PauseReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Former = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents_columns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contents_menu_targets",
                columns: table => new
                {
                    MenuId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents_menu_targets", x => new { x.MenuId, x.ContentItemId });
                });

            migrationBuilder.CreateTable(
                name: "contents_presences",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AccountId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    SeenUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents_presences", x => new { x.ContentItemId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "contents_queries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents_queries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "contents_term_uses",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TermId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PublishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents_term_uses", x => new { x.ContentItemId, x.TermId });
                });

            migrationBuilder.CreateTable(
                name: "contents_terms",
                columns: table => new
                {
                    TaxonomyId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TermId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ParentId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Depth = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Path = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contents_terms", x => new { x.TaxonomyId, x.TermId });
                });

            migrationBuilder.CreateTable(
                name: "disclosure_approvals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemVersionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TextRevision = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ActorId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ActorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    OccurredUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_approvals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_cases",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ContentItemVersionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TextRevision = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    SinceUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ProposerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ReviewerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Stamp = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_cases", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_documents",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Group = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Rhythm = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_documents", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "job_states",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    NextRunUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastStartedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastFinishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_states", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "learning_board_consents",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    NameKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    GivenUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_board_consents", x => new { x.MemberId, x.Purpose });
                });

            migrationBuilder.CreateTable(
                name: "learning_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    BranchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    DayCount = table.Column<int>(type: "integer", nullable: false),
                    RecordedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ReversesId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_learning_entries_learning_entries_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "learning_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learning_gatherings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    HeldUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    ProtectedKey = table.Column<string>(type: "text", nullable: false),
                    Present = table.Column<int>(type: "integer", nullable: false),
                    ConfirmedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_gatherings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "learning_lessons",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Topic = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_lessons", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "learning_sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StartedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActiveSeconds = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    HeldDay = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "media_folders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Path = table.Column<string>(type: "character varying(306)", maxLength: 306, nullable: false),
                    PathKey = table.Column<string>(type: "character varying(339)", maxLength: 339, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_folders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_media_folders_media_folders_ParentId",
                        column: x => x.ParentId,
                        principalTable: "media_folders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "media_uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Alt = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    FolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Received = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "media_usages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FilePath = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemVersionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_usages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organization_units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Slug = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    HostKind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    HostName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    IsNetworkBranch = table.Column<bool>(type: "boolean", nullable: false),
                    Intro = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organization_units", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organization_units_organization_units_ParentId",
                        column: x => x.ParentId,
                        principalTable: "organization_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EventType = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Subscriber = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotBeforeUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DoneUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "participation_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SentUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    HandledUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participation_reports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recipes_kept_documents",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recipes_kept_documents", x => new { x.Kind, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "security_role_assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_role_assignments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "security_scope_closure",
                columns: table => new
                {
                    AncestorId = table.Column<Guid>(type: "uuid", nullable: false),
                    DescendantId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_scope_closure", x => new { x.AncestorId, x.DescendantId });
                });

            migrationBuilder.CreateTable(
                name: "security_stored_roles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PermissionNames = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_stored_roles", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "site_settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_settings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "webhooks_subscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Events = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ContentTypes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProtectedSecret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    PreviousProtectedSecret = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    PreviousSecretUntilUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CreatedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastDeliveredUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DisabledUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DisabledReason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks_subscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_account_days",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Joined = table.Column<int>(type: "integer", nullable: false),
                    Left = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    FetchedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_account_days", x => new { x.AppId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "wechat_article_reach",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MessageId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Recipients = table.Column<int>(type: "integer", nullable: false),
                    Readers = table.Column<int>(type: "integer", nullable: false),
                    Reads = table.Column<int>(type: "integer", nullable: false),
                    Sharers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_article_reach", x => new { x.AppId, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "wechat_assets",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Reference = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    UploadedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_assets", x => new { x.AppId, x.Kind, x.Address });
                });

            migrationBuilder.CreateTable(
                name: "wechat_binding_tries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    EndsUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_binding_tries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "wechat_bindings",
                columns: table => new
                {
                    OpenId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    BoundUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Proof = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_bindings", x => x.OpenId);
                });

            migrationBuilder.CreateTable(
                name: "wechat_branch_cards",
                columns: table => new
                {
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scene = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    OrderedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_branch_cards", x => x.OrgUnitId);
                });

            migrationBuilder.CreateTable(
                name: "wechat_branch_tags",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    TagId = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    SyncedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_branch_tags", x => new { x.AppId, x.OrgUnitId });
                });

            migrationBuilder.CreateTable(
                name: "wechat_capabilities",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Capability = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    IsGranted = table.Column<bool>(type: "boolean", nullable: false),
                    CheckedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<int>(type: "integer", nullable: true),
                    Rid = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_capabilities", x => new { x.AppId, x.Capability });
                });

            migrationBuilder.CreateTable(
                name: "wechat_connection_reports",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Report = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_connection_reports", x => x.AppId);
                });

            migrationBuilder.CreateTable(
                name: "wechat_consents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TextVersion = table.Column<int>(type: "integer", nullable: false),
                    GivenUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_followers",
                columns: table => new
                {
                    OpenId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SinceUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Scene = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ScannedUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    TagDueUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MessagedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentSinceMessage = table.Column<int>(type: "integer", nullable: false),
                    ActedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentSinceAction = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_followers", x => x.OpenId);
                });

            migrationBuilder.CreateTable(
                name: "wechat_inbound",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reply = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_inbound", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "wechat_invites",
                columns: table => new
                {
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_invites", x => x.CodeHash);
                });

            migrationBuilder.CreateTable(
                name: "wechat_issues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FailedAt = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    RefusedRevision = table.Column<int>(type: "integer", nullable: true),
                    StageUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Generation = table.Column<int>(type: "integer", nullable: false),
                    SendNumber = table.Column<int>(type: "integer", nullable: false),
                    MediaId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    PublishId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    MessageId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    ArticleId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    CallStartedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextAttemptUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MissingUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Remedy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ProblemCode = table.Column<int>(type: "integer", nullable: true),
                    Rid = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CreatedByName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    DraftedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    PublishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    AskedByName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ConfirmedByName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_issues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_keywords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Match = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Answer = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Title = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Picture = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_keywords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_menus",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    TagId = table.Column<int>(type: "integer", nullable: true),
                    Platform = table.Column<int>(type: "integer", nullable: true),
                    IsDefault = table.Column<bool>(type: "boolean", nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    Published = table.Column<string>(type: "text", nullable: true),
                    PublishedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_menus", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_messages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReceivedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Follower = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_notice_grants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OpenId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TemplateId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    GrantedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SpentUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_notice_grants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wechat_reminder_wishes",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Slot = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_reminder_wishes", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "wechat_tokens",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Protected = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Generation = table.Column<long>(type: "bigint", nullable: false),
                    ObtainedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RenewUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ExpiresUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ConfirmedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SecretMark = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    LeaseHolder = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    LeaseUntilUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ForcedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ForcedCount = table.Column<int>(type: "integer", nullable: false),
                    RefusedUntilUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RefusedCode = table.Column<int>(type: "integer", nullable: true),
                    RefusedMessage = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_tokens", x => new { x.AppId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "wechat_verifications",
                columns: table => new
                {
                    AppId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    IsVerified = table.Column<bool>(type: "boolean", nullable: false),
                    ExpiresUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FailReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ToldUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_verifications", x => x.AppId);
                });

            migrationBuilder.CreateTable(
                name: "accounts_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<string>(type: "character varying(64)", nullable: true),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_claims_accounts_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_accounts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "accounts_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<string>(type: "character varying(64)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_accounts_logins_accounts_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_accounts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "accounts_tokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "character varying(64)", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_accounts_tokens_accounts_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "learning_quiz_results",
                columns: table => new
                {
                    EntryId = table.Column<long>(type: "bigint", nullable: false),
                    Right = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_quiz_results", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_learning_quiz_results_learning_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "learning_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "learning_check_ins",
                columns: table => new
                {
                    GatheringId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Way = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CheckedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EntryId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_check_ins", x => new { x.GatheringId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_learning_check_ins_learning_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "learning_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_learning_check_ins_learning_gatherings_GatheringId",
                        column: x => x.GatheringId,
                        principalTable: "learning_gatherings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "media_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    OriginalName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: true),
                    Height = table.Column<int>(type: "integer", nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Alt = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    SearchText = table.Column<string>(type: "character varying(511)", maxLength: 511, nullable: false),
                    OrgUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    FolderId = table.Column<Guid>(type: "uuid", nullable: true),
                    UploadedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    UploadedByName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    UploadedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_media_files_media_folders_FolderId",
                        column: x => x.FolderId,
                        principalTable: "media_folders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organization_members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    BranchId = table.Column<Guid>(type: "uuid", nullable: false),
                    AffiliatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsProbationary = table.Column<bool>(type: "boolean", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ProofCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organization_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_organization_members_organization_units_BranchId",
                        column: x => x.BranchId,
                        principalTable: "organization_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhooks_deliveries",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventType = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Payload = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    CreatedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    NextAttemptUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks_deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_webhooks_deliveries_webhooks_subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "webhooks_subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wechat_issue_articles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IssueId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    ContentItemId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ContentItemVersionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Author = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Digest = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Page = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    IsRefused = table.Column<bool>(type: "boolean", nullable: false),
                    Url = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ActiveKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_issue_articles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wechat_issue_articles_wechat_issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "wechat_issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wechat_issue_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    IssueId = table.Column<Guid>(type: "uuid", nullable: false),
                    OccurredUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Text = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wechat_issue_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_wechat_issue_entries_wechat_issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "wechat_issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "webhooks_attempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DeliveryId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StartedUtc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DurationMilliseconds = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Fault = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Excerpt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks_attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_webhooks_attempts_webhooks_deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "webhooks_deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_accounts_NormalizedUserName",
                table: "accounts_accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_api_clients_ClientId",
                table: "accounts_api_clients",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_claims_UserId",
                table: "accounts_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_logins_UserId",
                table: "accounts_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_events_SubjectId_Id",
                table: "audit_events",
                columns: new[] { "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_content_corrections_CorrectedId",
                table: "content_corrections",
                column: "CorrectedId");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_alias",
                table: "content_items",
                column: "Alias",
                filter: "\"Alias\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ContainerId_Position_CreatedUtc_Id",
                table: "content_items",
                columns: new[] { "ContainerId", "Position", "CreatedUtc", "Id" },
                filter: "\"ContainerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ContentItemVersionId",
                table: "content_items",
                column: "ContentItemVersionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ContentType_Latest_ModifiedUtc_Id",
                table: "content_items",
                columns: new[] { "ContentType", "Latest", "ModifiedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_content_items_head",
                table: "content_items",
                column: "ContentItemId",
                unique: true,
                filter: "\"Latest\"");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_history",
                table: "content_items",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_live",
                table: "content_items",
                column: "ContentItemId",
                unique: true,
                filter: "\"Published\"");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_live_alias",
                table: "content_items",
                column: "Alias",
                unique: true,
                filter: "\"Alias\" IS NOT NULL AND \"Published\"");

            migrationBuilder.CreateIndex(
                name: "IX_content_items_Path",
                table: "content_items",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_content_redirects_ContentItemId",
                table: "content_redirects",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_content_redirects_CreatedUtc_Path",
                table: "content_redirects",
                columns: new[] { "CreatedUtc", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_content_schedules_NotBeforeUtc",
                table: "content_schedules",
                column: "NotBeforeUtc");

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_ContainerId_Position_ContentItemId",
                table: "content_summaries",
                columns: new[] { "ContainerId", "Position", "ContentItemId" },
                filter: "\"ContainerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_ContainerId_PublishedUtc_ContentItemId",
                table: "content_summaries",
                columns: new[] { "ContainerId", "PublishedUtc", "ContentItemId" },
                filter: "\"ContainerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_ContentType_Column_PublishedUtc_ContentIt~",
                table: "content_summaries",
                columns: new[] { "ContentType", "Column", "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_ContentType_PinnedOrder",
                table: "content_summaries",
                columns: new[] { "ContentType", "PinnedOrder" },
                filter: "\"IsPinned\"");

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_ContentType_PublishedUtc_ContentItemId",
                table: "content_summaries",
                columns: new[] { "ContentType", "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_OrgUnitId_ContentType_PublishedUtc_Conten~",
                table: "content_summaries",
                columns: new[] { "OrgUnitId", "ContentType", "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_OrgUnitId_PublishedUtc_ContentItemId",
                table: "content_summaries",
                columns: new[] { "OrgUnitId", "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_Path",
                table: "content_summaries",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_content_summaries_PublishedUtc_ContentItemId",
                table: "content_summaries",
                columns: new[] { "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_tombstones_Path",
                table: "content_tombstones",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_contents_columns_ContentType_Name",
                table: "contents_columns",
                columns: new[] { "ContentType", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contents_columns_ContentType_Slug",
                table: "contents_columns",
                columns: new[] { "ContentType", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contents_menu_targets_ContentItemId",
                table: "contents_menu_targets",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_contents_presences_SeenUtc",
                table: "contents_presences",
                column: "SeenUtc");

            migrationBuilder.CreateIndex(
                name: "IX_contents_term_uses_TermId_PublishedUtc_ContentItemId",
                table: "contents_term_uses",
                columns: new[] { "TermId", "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_contents_terms_Path",
                table: "contents_terms",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_contents_terms_TermId",
                table: "contents_terms",
                column: "TermId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_approvals_ContentItemId_Id",
                table: "disclosure_approvals",
                columns: new[] { "ContentItemId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_cases_State_SinceUtc",
                table: "disclosure_cases",
                columns: new[] { "State", "SinceUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_documents_Rhythm_Group",
                table: "disclosure_documents",
                columns: new[] { "Rhythm", "Group" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_check_ins_EntryId",
                table: "learning_check_ins",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_check_ins_MemberId",
                table: "learning_check_ins",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_learning_entries_MemberId_ContentItemId_Year",
                table: "learning_entries",
                columns: new[] { "MemberId", "ContentItemId", "Year" },
                unique: true,
                filter: "\"ContentItemId\" IS NOT NULL AND \"ReversesId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_learning_entries_MemberId_Year_Day",
                table: "learning_entries",
                columns: new[] { "MemberId", "Year", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_entries_ReversesId",
                table: "learning_entries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_entries_Year_Day",
                table: "learning_entries",
                columns: new[] { "Year", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_gatherings_OrgUnitId_HeldUtc",
                table: "learning_gatherings",
                columns: new[] { "OrgUnitId", "HeldUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_lessons_Day",
                table: "learning_lessons",
                column: "Day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_learning_sessions_LastSeenUtc",
                table: "learning_sessions",
                column: "LastSeenUtc");

            migrationBuilder.CreateIndex(
                name: "IX_learning_sessions_MemberId",
                table: "learning_sessions",
                column: "MemberId",
                unique: true,
                filter: "\"IsActive\"");

            migrationBuilder.CreateIndex(
                name: "IX_media_files_FolderId",
                table: "media_files",
                column: "FolderId");

            migrationBuilder.CreateIndex(
                name: "IX_media_files_OrgUnitId_FolderId_UploadedUtc",
                table: "media_files",
                columns: new[] { "OrgUnitId", "FolderId", "UploadedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_media_files_OrgUnitId_Sha256",
                table: "media_files",
                columns: new[] { "OrgUnitId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_media_files_Path",
                table: "media_files",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_media_files_UploadedUtc",
                table: "media_files",
                column: "UploadedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_media_folders_OrgUnitId_ParentId",
                table: "media_folders",
                columns: new[] { "OrgUnitId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_media_folders_ParentId",
                table: "media_folders",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_media_folders_PathKey",
                table: "media_folders",
                column: "PathKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_media_uploads_ExpiresUtc",
                table: "media_uploads",
                column: "ExpiresUtc");

            migrationBuilder.CreateIndex(
                name: "IX_media_uploads_OwnerId",
                table: "media_uploads",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_media_usages_ContentItemVersionId",
                table: "media_usages",
                column: "ContentItemVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_media_usages_FilePath",
                table: "media_usages",
                column: "FilePath");

            migrationBuilder.CreateIndex(
                name: "IX_organization_members_AccountId",
                table: "organization_members",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organization_members_BranchId_Position",
                table: "organization_members",
                columns: new[] { "BranchId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_organization_members_Name",
                table: "organization_members",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_organization_units_ParentId",
                table: "organization_units",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_organization_units_Slug",
                table: "organization_units",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_DoneUtc_NotBeforeUtc",
                table: "outbox_messages",
                columns: new[] { "DoneUtc", "NotBeforeUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_participation_reports_HandledUtc_Id",
                table: "participation_reports",
                columns: new[] { "HandledUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_security_role_assignments_SubjectId_Role_OrgUnitId",
                table: "security_role_assignments",
                columns: new[] { "SubjectId", "Role", "OrgUnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_security_scope_closure_DescendantId",
                table: "security_scope_closure",
                column: "DescendantId");

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_attempts_DeliveryId",
                table: "webhooks_attempts",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_deliveries_State_NextAttemptUtc",
                table: "webhooks_deliveries",
                columns: new[] { "State", "NextAttemptUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_deliveries_SubscriptionId_CreatedUtc_Id",
                table: "webhooks_deliveries",
                columns: new[] { "SubscriptionId", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_subscriptions_OrgUnitId",
                table: "webhooks_subscriptions",
                column: "OrgUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_article_reach_AppId_SentOn",
                table: "wechat_article_reach",
                columns: new[] { "AppId", "SentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_wechat_assets_AppId_Kind_Sha256",
                table: "wechat_assets",
                columns: new[] { "AppId", "Kind", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_wechat_binding_tries_EndsUtc",
                table: "wechat_binding_tries",
                column: "EndsUtc");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_bindings_MemberId",
                table: "wechat_bindings",
                column: "MemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wechat_consents_MemberId_Purpose",
                table: "wechat_consents",
                columns: new[] { "MemberId", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_wechat_followers_OrgUnitId",
                table: "wechat_followers",
                column: "OrgUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_followers_TagDueUtc",
                table: "wechat_followers",
                column: "TagDueUtc");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_inbound_ReceivedUtc",
                table: "wechat_inbound",
                column: "ReceivedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_invites_MemberId",
                table: "wechat_invites",
                column: "MemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issue_articles_ActiveKey",
                table: "wechat_issue_articles",
                column: "ActiveKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issue_articles_ContentItemId",
                table: "wechat_issue_articles",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issue_articles_IssueId",
                table: "wechat_issue_articles",
                column: "IssueId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issue_entries_IssueId",
                table: "wechat_issue_entries",
                column: "IssueId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issues_MessageId",
                table: "wechat_issues",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issues_NextAttemptUtc",
                table: "wechat_issues",
                column: "NextAttemptUtc");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issues_OrgUnitId_CreatedUtc",
                table: "wechat_issues",
                columns: new[] { "OrgUnitId", "CreatedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_wechat_issues_PublishId",
                table: "wechat_issues",
                column: "PublishId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_keywords_Position",
                table: "wechat_keywords",
                column: "Position");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_menus_AppId",
                table: "wechat_menus",
                column: "AppId");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_messages_Follower",
                table: "wechat_messages",
                column: "Follower");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_messages_ReceivedUtc",
                table: "wechat_messages",
                column: "ReceivedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_wechat_notice_grants_OpenId_TemplateId_SpentUtc",
                table: "wechat_notice_grants",
                columns: new[] { "OpenId", "TemplateId", "SpentUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_wechat_reminder_wishes_DecidedOn",
                table: "wechat_reminder_wishes",
                column: "DecidedOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_api_clients");

            migrationBuilder.DropTable(
                name: "accounts_claims");

            migrationBuilder.DropTable(
                name: "accounts_logins");

            migrationBuilder.DropTable(
                name: "accounts_tokens");

            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "content_corrections");

            migrationBuilder.DropTable(
                name: "content_definitions");

            migrationBuilder.DropTable(
                name: "content_items");

            migrationBuilder.DropTable(
                name: "content_redirects");

            migrationBuilder.DropTable(
                name: "content_schedules");

            migrationBuilder.DropTable(
                name: "content_summaries");

            migrationBuilder.DropTable(
                name: "content_tombstones");

            migrationBuilder.DropTable(
                name: "contents_columns");

            migrationBuilder.DropTable(
                name: "contents_menu_targets");

            migrationBuilder.DropTable(
                name: "contents_presences");

            migrationBuilder.DropTable(
                name: "contents_queries");

            migrationBuilder.DropTable(
                name: "contents_term_uses");

            migrationBuilder.DropTable(
                name: "contents_terms");

            migrationBuilder.DropTable(
                name: "disclosure_approvals");

            migrationBuilder.DropTable(
                name: "disclosure_cases");

            migrationBuilder.DropTable(
                name: "disclosure_documents");

            migrationBuilder.DropTable(
                name: "job_states");

            migrationBuilder.DropTable(
                name: "learning_board_consents");

            migrationBuilder.DropTable(
                name: "learning_check_ins");

            migrationBuilder.DropTable(
                name: "learning_lessons");

            migrationBuilder.DropTable(
                name: "learning_quiz_results");

            migrationBuilder.DropTable(
                name: "learning_sessions");

            migrationBuilder.DropTable(
                name: "media_files");

            migrationBuilder.DropTable(
                name: "media_uploads");

            migrationBuilder.DropTable(
                name: "media_usages");

            migrationBuilder.DropTable(
                name: "organization_members");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "participation_reports");

            migrationBuilder.DropTable(
                name: "recipes_kept_documents");

            migrationBuilder.DropTable(
                name: "security_role_assignments");

            migrationBuilder.DropTable(
                name: "security_scope_closure");

            migrationBuilder.DropTable(
                name: "security_stored_roles");

            migrationBuilder.DropTable(
                name: "site_settings");

            migrationBuilder.DropTable(
                name: "webhooks_attempts");

            migrationBuilder.DropTable(
                name: "wechat_account_days");

            migrationBuilder.DropTable(
                name: "wechat_article_reach");

            migrationBuilder.DropTable(
                name: "wechat_assets");

            migrationBuilder.DropTable(
                name: "wechat_binding_tries");

            migrationBuilder.DropTable(
                name: "wechat_bindings");

            migrationBuilder.DropTable(
                name: "wechat_branch_cards");

            migrationBuilder.DropTable(
                name: "wechat_branch_tags");

            migrationBuilder.DropTable(
                name: "wechat_capabilities");

            migrationBuilder.DropTable(
                name: "wechat_connection_reports");

            migrationBuilder.DropTable(
                name: "wechat_consents");

            migrationBuilder.DropTable(
                name: "wechat_followers");

            migrationBuilder.DropTable(
                name: "wechat_inbound");

            migrationBuilder.DropTable(
                name: "wechat_invites");

            migrationBuilder.DropTable(
                name: "wechat_issue_articles");

            migrationBuilder.DropTable(
                name: "wechat_issue_entries");

            migrationBuilder.DropTable(
                name: "wechat_keywords");

            migrationBuilder.DropTable(
                name: "wechat_menus");

            migrationBuilder.DropTable(
                name: "wechat_messages");

            migrationBuilder.DropTable(
                name: "wechat_notice_grants");

            migrationBuilder.DropTable(
                name: "wechat_reminder_wishes");

            migrationBuilder.DropTable(
                name: "wechat_tokens");

            migrationBuilder.DropTable(
                name: "wechat_verifications");

            migrationBuilder.DropTable(
                name: "accounts_accounts");

            migrationBuilder.DropTable(
                name: "learning_gatherings");

            migrationBuilder.DropTable(
                name: "learning_entries");

            migrationBuilder.DropTable(
                name: "media_folders");

            migrationBuilder.DropTable(
                name: "organization_units");

            migrationBuilder.DropTable(
                name: "webhooks_deliveries");

            migrationBuilder.DropTable(
                name: "wechat_issues");

            migrationBuilder.DropTable(
                name: "webhooks_subscriptions");
        }
    }
}
