using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LanoDoor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "access_withdrawn_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lano_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inspection = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    mail_key = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lano_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lano_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link = table.Column<Guid>(type: "TEXT", nullable: false),
                    inspection = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lano_sessions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_lano_links_hash",
                table: "lano_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lano_links_inspection",
                table: "lano_links",
                column: "inspection");

            migrationBuilder.CreateIndex(
                name: "IX_lano_links_person",
                table: "lano_links",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_lano_sessions_inspection",
                table: "lano_sessions",
                column: "inspection");

            migrationBuilder.CreateIndex(
                name: "IX_lano_sessions_person",
                table: "lano_sessions",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lano_links");

            migrationBuilder.DropTable(
                name: "lano_sessions");

            migrationBuilder.DropColumn(
                name: "access_withdrawn_at",
                table: "people");
        }
    }
}
