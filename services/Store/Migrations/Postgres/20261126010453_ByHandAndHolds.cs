using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ByHandAndHolds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "feed_version",
                table: "calendar_snapshots",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bank_holiday_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<string>(type: "text", nullable: false),
                    new_day = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    feed_then = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ending = table.Column<string>(type: "text", nullable: true),
                    ended_because = table.Column<string>(type: "text", nullable: true),
                    noted_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_holiday_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publication_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    region = table.Column<string>(type: "text", nullable: true),
                    inspection = table.Column<Guid>(type: "uuid", nullable: true),
                    until = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<long>(type: "bigint", nullable: true),
                    lifted_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_holds", x => x.id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_holiday_decisions");

            migrationBuilder.DropTable(
                name: "publication_holds");

            migrationBuilder.DropColumn(
                name: "feed_version",
                table: "calendar_snapshots");
        }
    }
}
