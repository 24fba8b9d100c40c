using Microsoft.EntityFrameworkCore.Migrations;

namespace Guildhall.Storage.Migrations;

/// <content>Tables: Encounter, CombatSegment.</content>
internal sealed partial class CombatLogs
{
    private static void CreateEncounter(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Encounter",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                LogId = table.Column<Guid>(nullable: false),
                Name = table.Column<string>(nullable: false),
                NormalizedName = table.Column<string>(nullable: false),
                InstanceId = table.Column<int>(nullable: true),
                DifficultyId = table.Column<int>(nullable: true),
                ZoneName = table.Column<string>(nullable: true),
                ZoneInstanceId = table.Column<int>(nullable: true),
                ZoneDifficultyId = table.Column<int>(nullable: true),
                UiMapId = table.Column<int>(nullable: true),
                StartedAt = table.Column<long>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                DurationMs = table.Column<long>(nullable: false),
                CombatLengthMs = table.Column<long>(nullable: false),
                State = table.Column<int>(nullable: false),
                EventCount = table.Column<long>(nullable: false),
                FirstLine = table.Column<long>(nullable: false),
                LastLine = table.Column<long>(nullable: false),
                Offset = table.Column<long>(nullable: false),
                Bracket = table.Column<int>(nullable: true),
                WinningTeam = table.Column<int>(nullable: true),
                GameDurationSeconds = table.Column<int>(nullable: true),
                NewRatings = table.Column<string>(nullable: true),
                ChallengeMapId = table.Column<int>(nullable: true),
                KeystoneLevel = table.Column<int>(nullable: true),
                AffixIds = table.Column<string>(nullable: true),
                Season = table.Column<string>(nullable: true),
                TimeLimitMs = table.Column<long>(nullable: true),
                CompletionMs = table.Column<long>(nullable: true),
                ComputedMs = table.Column<long>(nullable: true),
                InTime = table.Column<bool>(nullable: true),
                KeystoneUpgrade = table.Column<int>(nullable: true),
                RunRating = table.Column<double>(nullable: true),
                OverallRating = table.Column<double>(nullable: true),
                DeathCount = table.Column<int>(nullable: true),
                FreeDeaths = table.Column<int>(nullable: true),
                DeathPenaltyMs = table.Column<long>(nullable: true),
                Content = table.Column<int>(nullable: true),
                Floor = table.Column<int>(nullable: true),
                EncounterId = table.Column<int>(nullable: true),
                Difficulty = table.Column<int>(nullable: true),
                GroupSize = table.Column<int>(nullable: true),
                PullNumber = table.Column<int>(nullable: true),
                GameFightTimeMs = table.Column<long>(nullable: true),
                Success = table.Column<bool>(nullable: true),
                BossHealthPercent = table.Column<double>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Encounter", row => new { row.Id, row.Generation });
                table.ForeignKey("FK_Encounter_CombatLog_LogId", row => row.LogId, "CombatLog", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Encounter_ChallengeMapId_KeystoneLevel_StartedAt", "Encounter", ["ChallengeMapId", "KeystoneLevel", "StartedAt"]);
        migrationBuilder.CreateIndex("IX_Encounter_EncounterId_Difficulty_StartedAt", "Encounter", ["EncounterId", "Difficulty", "StartedAt"]);
        migrationBuilder.CreateIndex("IX_Encounter_Kind_StartedAt", "Encounter", ["Kind", "StartedAt"]);
        migrationBuilder.CreateIndex("IX_Encounter_LogId_Generation_StartedAt", "Encounter", ["LogId", "Generation", "StartedAt"]);
        migrationBuilder.CreateIndex("IX_Encounter_Name", "Encounter", "Name");
        migrationBuilder.CreateIndex("IX_Encounter_NormalizedName", "Encounter", "NormalizedName");
        migrationBuilder.CreateIndex("IX_Encounter_StartedAt", "Encounter", "StartedAt");
    }

    private static void CreateRunAffix(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "RunAffix",
            columns: table => new
            {
                RunId = table.Column<Guid>(nullable: false),
                AffixId = table.Column<int>(nullable: false),
                Generation = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_RunAffix", row => new { row.RunId, row.Generation, row.AffixId });
                table.ForeignKey("FK_RunAffix_Encounter_RunId_Generation", row => new { row.RunId, row.Generation }, "Encounter", ["Id", "Generation"], onDelete: ReferentialAction.Cascade);
            });

    private static void CreateCombatSegment(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CombatSegment",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                LogId = table.Column<Guid>(nullable: false),
                RunId = table.Column<Guid>(nullable: false),
                Index = table.Column<int>(nullable: false),
                Kind = table.Column<int>(nullable: false),
                Name = table.Column<string>(nullable: false),
                EncounterId = table.Column<int>(nullable: true),
                StartedAt = table.Column<long>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                DurationMs = table.Column<long>(nullable: false),
                StartOffsetMicros = table.Column<long>(nullable: false),
                StartReason = table.Column<int>(nullable: false),
                EndReason = table.Column<int>(nullable: true),
                GameFightTimeMs = table.Column<long>(nullable: true),
                Success = table.Column<bool>(nullable: true),
                FirstLine = table.Column<long>(nullable: false),
                LastLine = table.Column<long>(nullable: false),
                EventCount = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CombatSegment", row => new { row.Id, row.Generation });
                table.ForeignKey(
                    "FK_CombatSegment_CombatLog_LogId",
                    row => row.LogId,
                    "CombatLog", "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_CombatSegment_Encounter_RunId_Generation",
                    row => new { row.RunId, row.Generation },
                    "Encounter", ["Id", "Generation"],
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_CombatSegment_LogId_Generation", "CombatSegment", ["LogId", "Generation"]);
        migrationBuilder.CreateIndex("IX_CombatSegment_RunId_Generation_Index", "CombatSegment", ["RunId", "Generation", "Index"]);
    }
}
