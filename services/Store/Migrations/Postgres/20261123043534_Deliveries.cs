using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Deliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "delivery",
                table: "notices",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "delivery_at",
                table: "notices",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "notice_deliveries",
                columns: table => new
                {
                    event_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_deliveries", x => x.event_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notice_deliveries_inspection_key",
                table: "notice_deliveries",
                columns: new[] { "inspection", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notice_deliveries");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "delivery_at",
                table: "notices");
        }
    }
}
