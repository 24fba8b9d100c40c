using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Guildhall.Storage.Migrations;

// Written by hand, column types left to each database's provider; a test compares the result with the model's.
[DbContext(typeof(GuildhallContext))]
[Migration("20261120120000_CombatLogs")]
internal sealed partial class CombatLogs : Migration
{
    private static readonly string[] Tables =
    [
        "User", "CombatLog", "ContentChain", "Encounter", "ImportJob", "LineProblem", "RawBlock", "UnknownEvent", "RunAffix", "CombatSegment", "CharacterStream", "Death",
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateUser(migrationBuilder);
        CreateCombatLog(migrationBuilder);
        CreateContentChain(migrationBuilder);
        CreateEncounter(migrationBuilder);
        CreateImportJob(migrationBuilder);
        CreateLineProblem(migrationBuilder);
        CreateRawBlock(migrationBuilder);
        CreateUnknownEvent(migrationBuilder);
        CreateRunAffix(migrationBuilder);
        CreateCombatSegment(migrationBuilder);
        CreateCharacterStream(migrationBuilder);
        CreateDeath(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables.Reverse())
            migrationBuilder.DropTable(table);
    }
}
