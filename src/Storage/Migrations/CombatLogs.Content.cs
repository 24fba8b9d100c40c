using Microsoft.EntityFrameworkCore.Migrations;

namespace Guildhall.Storage.Migrations;

/// <content>Tables: User, CombatLog, ContentChain, RawBlock, ImportJob, LineProblem, UnknownEvent.</content>
internal sealed partial class CombatLogs
{
    private static void CreateUser(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "User",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_User", row => row.Id);
            });
    }

    private static void CreateCombatLog(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CombatLog",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                OwnerId = table.Column<Guid>(nullable: false),
                Visibility = table.Column<int>(nullable: false),
                FileName = table.Column<string>(nullable: false),
                ArchiveName = table.Column<string>(nullable: true),
                ContentHash = table.Column<string>(nullable: true),
                SizeBytes = table.Column<long>(nullable: false),
                FormatVersion = table.Column<int>(nullable: true),
                ParserVersion = table.Column<string>(nullable: false),
                Build = table.Column<string>(nullable: true),
                Flavor = table.Column<int>(nullable: false),
                Headers = table.Column<int>(nullable: false),
                AdvancedLogging = table.Column<bool>(nullable: false),
                UtcOffsetMinutes = table.Column<int>(nullable: true),
                YearAssumed = table.Column<bool>(nullable: false),
                State = table.Column<int>(nullable: false),
                BytesRead = table.Column<long>(nullable: false),
                LinesRead = table.Column<long>(nullable: false),
                EventsRead = table.Column<long>(nullable: false),
                LinesSkipped = table.Column<long>(nullable: false),
                LinesPerSecond = table.Column<double>(nullable: true),
                RemainingSeconds = table.Column<double>(nullable: true),
                Failure = table.Column<string>(nullable: true),
                StartedAt = table.Column<long>(nullable: true),
                EndedAt = table.Column<long>(nullable: true),
                ImportedAt = table.Column<long>(nullable: false),
                StoredBytes = table.Column<long>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                LastGeneration = table.Column<long>(nullable: false),
                Opening = table.Column<byte[]>(nullable: false),
                ReferenceDate = table.Column<DateOnly>(nullable: false),
                AssumedUtcOffsetMinutes = table.Column<int>(nullable: true),
                Deleted = table.Column<bool>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CombatLog", row => row.Id);
                table.ForeignKey("FK_CombatLog_User_OwnerId", row => row.OwnerId, "User", "Id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_CombatLog_ContentHash", "CombatLog", "ContentHash");
        migrationBuilder.CreateIndex("IX_CombatLog_FileName", "CombatLog", "FileName");
        migrationBuilder.CreateIndex("IX_CombatLog_ImportedAt", "CombatLog", "ImportedAt");
        migrationBuilder.CreateIndex("IX_CombatLog_OwnerId_ImportedAt", "CombatLog", ["OwnerId", "ImportedAt"]);
        migrationBuilder.CreateIndex("IX_CombatLog_OwnerId_Opening", "CombatLog", ["OwnerId", "Opening"]);
        migrationBuilder.CreateIndex("IX_CombatLog_StartedAt", "CombatLog", "StartedAt");
    }

    private static void CreateContentChain(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ContentChain",
            columns: table => new
            {
                LogId = table.Column<Guid>(nullable: false),
                Hashes = table.Column<byte[]>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ContentChain", row => row.LogId);
                table.ForeignKey(
                    "FK_ContentChain_CombatLog_LogId",
                    row => row.LogId,
                    "CombatLog", "Id",
                    onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateRawBlock(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "RawBlock",
            columns: table => new
            {
                LogId = table.Column<Guid>(nullable: false),
                Index = table.Column<int>(nullable: false),
                FirstLine = table.Column<long>(nullable: false),
                Length = table.Column<int>(nullable: false),
                Data = table.Column<byte[]>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RawBlock", row => new { row.LogId, row.Index });
                table.ForeignKey("FK_RawBlock_CombatLog_LogId", row => row.LogId, "CombatLog", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_RawBlock_LogId_FirstLine", "RawBlock", ["LogId", "FirstLine"]);
    }

    private static void CreateImportJob(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ImportJob",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                LogId = table.Column<Guid>(nullable: false),
                SpoolFile = table.Column<string>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ImportJob", row => row.Id);
                table.ForeignKey("FK_ImportJob_CombatLog_LogId", row => row.LogId, "CombatLog", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_ImportJob_CreatedAt", "ImportJob", "CreatedAt");
        migrationBuilder.CreateIndex("IX_ImportJob_LogId", "ImportJob", "LogId", unique: true);
    }

    private static void CreateLineProblem(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "LineProblem",
            columns: table => new
            {
                LogId = table.Column<Guid>(nullable: false),
                Number = table.Column<int>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                Line = table.Column<long>(nullable: false),
                Reason = table.Column<int>(nullable: false),
                Detail = table.Column<string>(nullable: false),
                Text = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_LineProblem", row => new { row.LogId, row.Generation, row.Number });
                table.ForeignKey(
                    "FK_LineProblem_CombatLog_LogId",
                    row => row.LogId,
                    "CombatLog", "Id",
                    onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateUnknownEvent(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "UnknownEvent",
            columns: table => new
            {
                LogId = table.Column<Guid>(nullable: false),
                Type = table.Column<string>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                Count = table.Column<long>(nullable: false),
                FirstLine = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_UnknownEvent", row => new { row.LogId, row.Generation, row.Type });
                table.ForeignKey(
                    "FK_UnknownEvent_CombatLog_LogId",
                    row => row.LogId,
                    "CombatLog", "Id",
                    onDelete: ReferentialAction.Cascade);
            });
    }
}
