using Microsoft.EntityFrameworkCore.Migrations;

namespace Guildhall.Storage.Migrations;

/// <content>Tables: CharacterStream, Death.</content>
internal sealed partial class CombatLogs
{
    private static void CreateCharacterStream(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "CharacterStream",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                LogId = table.Column<Guid>(nullable: false),
                EncounterId = table.Column<Guid>(nullable: false),
                SegmentId = table.Column<Guid>(nullable: true),
                Guid = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
                NormalizedName = table.Column<string>(nullable: false),
                Realm = table.Column<string>(nullable: true),
                Region = table.Column<string>(nullable: true),
                Class = table.Column<int>(nullable: true),
                Spec = table.Column<string>(nullable: true),
                SpecId = table.Column<int>(nullable: true),
                Role = table.Column<int>(nullable: true),
                ItemLevel = table.Column<double>(nullable: true),
                Team = table.Column<int>(nullable: true),
                CombatLengthMs = table.Column<long>(nullable: false),
                TotalDamageDone = table.Column<long>(nullable: false),
                TotalPetDamage = table.Column<long>(nullable: false),
                TotalOverkill = table.Column<long>(nullable: false),
                TotalDamageAbsorbed = table.Column<long>(nullable: false),
                TotalFriendlyFire = table.Column<long>(nullable: false),
                TotalDamageTaken = table.Column<long>(nullable: false),
                TotalHealingDone = table.Column<long>(nullable: false),
                TotalOverhealing = table.Column<long>(nullable: false),
                TotalAbsorbsProvided = table.Column<long>(nullable: false),
                TotalHealingReceived = table.Column<long>(nullable: false),
                TotalAbsorbsReceived = table.Column<long>(nullable: false),
                OverhealPercent = table.Column<double>(nullable: false),
                Dps = table.Column<double>(nullable: false),
                Hps = table.Column<double>(nullable: false),
                Aps = table.Column<double>(nullable: false),
                Dtps = table.Column<double>(nullable: false),
                EventCount = table.Column<long>(nullable: false),
                DeathCount = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CharacterStream", row => new { row.Id, row.Generation });
                table.ForeignKey(
                    "FK_CharacterStream_CombatLog_LogId",
                    row => row.LogId,
                    "CombatLog", "Id",
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_CharacterStream_CombatSegment_SegmentId_Generation",
                    row => new { row.SegmentId, row.Generation },
                    "CombatSegment", ["Id", "Generation"],
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_CharacterStream_Encounter_EncounterId_Generation",
                    row => new { row.EncounterId, row.Generation },
                    "Encounter", ["Id", "Generation"],
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_CharacterStream_Dps", "CharacterStream", "Dps");
        migrationBuilder.CreateIndex("IX_CharacterStream_EncounterId_Generation", "CharacterStream", ["EncounterId", "Generation"]);
        migrationBuilder.CreateIndex("IX_CharacterStream_Guid", "CharacterStream", "Guid");
        migrationBuilder.CreateIndex("IX_CharacterStream_Hps", "CharacterStream", "Hps");
        migrationBuilder.CreateIndex("IX_CharacterStream_LogId_Generation", "CharacterStream", ["LogId", "Generation"]);
        migrationBuilder.CreateIndex("IX_CharacterStream_Name", "CharacterStream", "Name");
        migrationBuilder.CreateIndex("IX_CharacterStream_NormalizedName", "CharacterStream", "NormalizedName");
        migrationBuilder.CreateIndex("IX_CharacterStream_SegmentId_Generation", "CharacterStream", ["SegmentId", "Generation"]);
    }

    private static void CreateDeath(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Death",
            columns: table => new
            {
                EncounterId = table.Column<Guid>(nullable: false),
                Number = table.Column<int>(nullable: false),
                Generation = table.Column<long>(nullable: false),
                LogId = table.Column<Guid>(nullable: false),
                SegmentId = table.Column<Guid>(nullable: true),
                VictimId = table.Column<Guid>(nullable: false),
                At = table.Column<long>(nullable: false),
                OffsetMicros = table.Column<long>(nullable: false),
                Line = table.Column<long>(nullable: false),
                Cause = table.Column<int>(nullable: false),
                SourceGuid = table.Column<string>(nullable: true),
                SourceName = table.Column<string>(nullable: true),
                SpellId = table.Column<int>(nullable: true),
                SpellName = table.Column<string>(nullable: true),
                Amount = table.Column<long>(nullable: true),
                Overkill = table.Column<long>(nullable: true),
                PenaltyMs = table.Column<long>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Death", row => new { row.EncounterId, row.Generation, row.Number });
                table.ForeignKey(
                    "FK_Death_CharacterStream_VictimId_Generation",
                    row => new { row.VictimId, row.Generation },
                    "CharacterStream", ["Id", "Generation"],
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Death_CombatLog_LogId", row => row.LogId, "CombatLog", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_Death_CombatSegment_SegmentId_Generation",
                    row => new { row.SegmentId, row.Generation },
                    "CombatSegment", ["Id", "Generation"],
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    "FK_Death_Encounter_EncounterId_Generation",
                    row => new { row.EncounterId, row.Generation },
                    "Encounter", ["Id", "Generation"],
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Death_LogId_Generation", "Death", ["LogId", "Generation"]);
        migrationBuilder.CreateIndex("IX_Death_SegmentId_Generation", "Death", ["SegmentId", "Generation"]);
        migrationBuilder.CreateIndex("IX_Death_VictimId_Generation", "Death", ["VictimId", "Generation"]);
    }
}
