using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inspection_figures",
                columns: table => new
                {
                    inspection = table.Column<Guid>(type: "uuid", nullable: false),
                    head_seq = table.Column<int>(type: "integer", nullable: false),
                    figures = table.Column<string>(type: "text", nullable: false),
                    report_link = table.Column<string>(type: "text", nullable: true),
                    plan_link = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspection_figures", x => x.inspection);
                });

            // Of the inspections that are there already: counted when they are first asked for.
            migrationBuilder.Sql("INSERT INTO inspection_figures (inspection, head_seq, figures) SELECT id, 0, '' FROM inspections");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspection_figures");
        }
    }
}
