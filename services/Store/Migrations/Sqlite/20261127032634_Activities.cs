using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AreaSend.Services.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Activities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "activity",
                table: "inspection_figures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_role_name_email_to",
                table: "people",
                columns: new[] { "role", "name", "email", "to" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_state",
                table: "notices",
                column: "state",
                filter: "state IN ('Dead', 'NoAddress', 'HeldBack')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_people_role_name_email_to",
                table: "people");

            migrationBuilder.DropIndex(
                name: "IX_notices_state",
                table: "notices");

            migrationBuilder.DropColumn(
                name: "activity",
                table: "inspection_figures");
        }
    }
}
