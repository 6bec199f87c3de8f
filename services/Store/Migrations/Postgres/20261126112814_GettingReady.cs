using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GettingReady : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ready_items",
                columns: table => new
                {
                    area = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_ready = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    up_to_date_on = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_items", x => new { x.area, x.item });
                });

            migrationBuilder.CreateTable(
                name: "ready_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    end = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ready_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true),
                    last_in_at = table.Column<long>(type: "bigint", nullable: true),
                    removed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ready_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    began_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ready_steps",
                columns: table => new
                {
                    area = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    standing = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    review_on = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_steps", x => new { x.area, x.step });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ready_links_hash",
                table: "ready_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ready_links_person",
                table: "ready_links",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_ready_people_area",
                table: "ready_people",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "IX_ready_sessions_person",
                table: "ready_sessions",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ready_items");

            migrationBuilder.DropTable(
                name: "ready_links");

            migrationBuilder.DropTable(
                name: "ready_people");

            migrationBuilder.DropTable(
                name: "ready_sessions");

            migrationBuilder.DropTable(
                name: "ready_steps");
        }
    }
}
